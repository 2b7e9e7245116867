import { columnName } from "../core/source.js";

/** The names that columns of each field have in the files people keep, the surest first, without spaces and underscores. */
export const fieldWords = {
  id: words(
    "event_id incident_id event_id_cnty id report_key report_no report_number report_id ref_no ref reference case_id case_no",
    "case_number incident_no incident_number event_no event_number tracking_number record_id uid uuid guid serial_no serial",
    "sr_no sl_no s_no object_id data_id fid key nr no numero",
  ),
  day: words(
    "event_date incident_date date evt_date date_start start_date date_of_incident date_of_event attack_date date_time",
    "incident_date_time event_date_time dtg date_time_group date_occurred occurred_on occurrence_date event_day incident_day",
    "day occurred reported_date report_date date_reported timestamp time fecha datum",
  ),
  year: words("iyear event_year year yyyy"),
  month: words("imonth event_month month mm"),
  dayOfMonth: words("iday event_day day dd"),
  until: words("date_end end_date event_end_date until date_to"),
  known: words(
    "last_modified date_modified modified last_updated date_updated updated_at updated last_update last_edited",
  ),
  kind: words(
    "event_type incident_type attacktype1_txt attack_type type_of_event type_of_incident type_of_attack type category",
    "type_of_violence incident_category event_category kind attacktype1 disorder_type class typ type_incident type_evenement",
  ),
  subkind: words("sub_event_type subtype sub_type sub_category attacktype2_txt"),
  side1: words(
    "actor1 perpetrator gname perpetrators perpetrator_name actor attacker aggressor initiator side_a armed_group group_name",
    "group perpetrator_group responsible organisation organization auteur auteurs",
  ),
  side2: words(
    "actor2 side_b target targtype1_txt target_type victim victims target1 victim_type targets opponent cible victimes",
  ),
  civilians: words(
    "civilian_targeting civilians_targeted civilian_target against_civilians is_civilian civilian civilians",
  ),
  deaths: words(
    "fatalities deaths total_deaths total_fatalities killed total_killed nkill kia dead num_killed number_killed no_killed",
    "persons_killed people_killed death_toll fatality best best_est morts tues nombre_de_morts tote",
  ),
  deathsLow: words(
    "low low_est deaths_low low_estimate min_deaths deaths_min fatalities_min min_fatalities killed_min",
  ),
  deathsHigh: words(
    "high high_est deaths_high high_estimate max_deaths deaths_max fatalities_max max_fatalities killed_max",
  ),
  events: words("events number_of_events event_count num_events number_of_incidents incident_count incidents"),
  country: words("country country_txt country_name nation"),
  admin1: words("admin1 admin1_name adm1_name adm_1 adm1 provstate province governorate region state oblast wilaya"),
  admin2: words("admin2 admin2_name adm2_name adm_2 adm2 district county cercle municipality"),
  place: words(
    "place place_name location location_name city town village town_village locality settlement site lieu localite ort",
  ),
  lat: words("latitude lat latitude_dd lat_dd coord_y y_coord y"),
  lon: words("longitude lon lng long longitude_dd lon_dd long_dd coord_x x_coord x"),
  position: words("coordinates lat_lon lat_long lat_lng gps gps_coordinates geo position coords geopoint location"),
  precision: words("date_prec time_precision date_precision"),
  placePrecision: words("where_prec geo_precision location_precision specificity"),
  notes: words(
    "notes description summary remarks narrative details event_description comments comment title headline remarques commentaires",
  ),
} as const;

/** A column's name as the words are written. */
export function wordOf(name: string): string {
  return columnName(name).replaceAll("_", "");
}

function words(...lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split(" ")).map((word) => word.replaceAll("_", ""));
}
