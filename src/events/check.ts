import type { Codebook } from "../core/codebook.js";
import type { DataReport, Named } from "../core/dataReport.js";
import { type Day, earlierOf, isDay, periodsIn } from "../core/day.js";
import { DataError, InputError } from "../core/errors.js";
import type { Source } from "../core/source.js";
import { type Account, accounts } from "../store/accounts.js";
import { columnReports } from "../store/columnReports.js";
import { judged } from "../store/staging.js";
import { sqlText } from "../store/tableSql.js";
import { withCells } from "../store/withCells.js";
import { ownSql } from "../store/writeEvents.js";
import { spellingsOf } from "./codebook.js";
import { planOf } from "./plan.js";

/**
 * What a file holds and what would become of each of its rows: verdicts with their reasons, columns, days, precision,
 * kinds, and the places and actors that the codebook does not know. Nothing is stored.
 *
 * @throws InputError when there is no such file; DataError when it is empty, of another kind, or without one good row
 */
export async function check(
  file: string,
  source: Source,
  { asOf, codebook, note = () => {} }: { asOf: Day; codebook: Codebook; note?: (step: string) => void },
): Promise<DataReport> {
  if (!isDay(asOf)) throw new InputError(`check: asOf needs a day as YYYY-MM-DD, got ${JSON.stringify(asOf)}`);
  note(`going through ${file}`);
  const planFor = (columns: readonly string[]) => planOf(source, columns, { codebook, asOf, file });
  return await withCells(
    file,
    { known: source.needs },
    (columns) => planFor(columns).parts,
    async (connection, table, original) => {
      note(`reading ${table.records.toLocaleString("en-US")} rows of ${file}`);
      const staging = await judged(connection, table, planFor(table.columns));
      const account = await accounts(staging);
      const [read, refused] = [table.records, account.refused.length];
      if (read === refused) throw new DataError(`check: kept none of ${read} rows${account.firstReason} (${file})`);
      await connection.run(
        `CREATE TABLE kept AS SELECT * EXCLUDE (notes, place) FROM (${await ownSql(staging, account)})`,
      );
      const ask = async (sql: string): Promise<readonly (readonly unknown[])[]> =>
        (await connection.runAndReadAll(sql)).getRows();
      const tallied = async (sql: string): Promise<Named[]> =>
        (await ask(sql)).map(([name, n]) => ({ name: String(name), n: Number(n) }));
      const [[first, last, deaths, most]] = await ask(
        "SELECT min(day)::VARCHAR, max(day)::VARCHAR, (sum(deaths) FILTER (WHERE gone IS NULL))::DOUBLE, max(deaths)::DOUBLE FROM kept",
      );
      const [since, until] = [String(first), String(last)];
      const months = new Set((await ask("SELECT DISTINCT strftime(day, '%Y-%m-01') FROM kept")).map(String));
      const actors = await tallied(
        "SELECT actor, count(*)::DOUBLE AS n FROM (SELECT unnest(list_distinct(list_concat(side1, side2))) AS actor FROM kept) GROUP BY 1 ORDER BY n DESC, 1",
      );
      const spelt = spellingsOf(
        codebook,
        actors.map(({ name }) => name),
      );
      const known = new Set(Object.values(spelt).flat());
      const groups: Named[] = [];
      for (const [name, own] of Object.entries(spelt)) {
        const [[n]] = await ask(
          `SELECT count(*) FROM kept WHERE list_has_any(list_concat(side1, side2), [${own.map(sqlText).join(", ")}]::VARCHAR[])`,
        );
        groups.push({ name: `@${name}`, n: Number(n) });
      }
      const covers = source.covers({ since, until });
      return {
        ...{ file: original, source: source.name, asOf, codebook: codebook.name, delimiter: table.delimiter },
        rows: {
          read,
          kept: read - refused,
          refused,
          repaired: account.repaired.length,
          revisions: account.older.size,
        },
        ...reasonsOf(account),
        notes: staging.parts.flatMap((part) => part.note ?? []),
        columns: await columnReports(staging),
        covers: { since: covers.since, until: earlierOf(covers.until, asOf) },
        days: { first: since, last: until },
        emptyMonths: periodsIn({ since, until }, "month").filter((month) => !months.has(month)),
        precision: await tallied("SELECT precision, count(*) AS n FROM kept GROUP BY 1 ORDER BY n DESC, 1"),
        kinds: await tallied(
          "SELECT concat_ws(' / ', nullif(kind, ''), subkind) AS kind, sum(events)::DOUBLE AS n FROM kept WHERE gone IS NULL GROUP BY 1 ORDER BY n DESC, 1",
        ),
        deaths: { total: Number(deaths), most: Number(most) },
        zones: await tallied(
          "SELECT zone, count(*) AS n FROM kept WHERE zone IS NOT NULL GROUP BY 1 ORDER BY n DESC, 1",
        ),
        unknownPlaces: await tallied(
          "SELECT concat_ws(' / ', country, admin1, admin2) AS place, count(*) AS n FROM kept WHERE zone IS NULL GROUP BY 1 ORDER BY n DESC, 1",
        ),
        groups,
        unknownActors: actors.filter(({ name }) => !known.has(name)),
      };
    },
  );
}

function reasonsOf({ refused, repaired }: Account): Pick<DataReport, "reasons" | "repairs"> {
  const reasons = new Map<string, DataReport["reasons"][number]>();
  for (const { row, column, value, reason } of refused) {
    const plain = reason.replace(/\b(row|after) \d+/, "$1 …");
    const key = JSON.stringify([column, plain]);
    const found = reasons.get(key);
    reasons.set(key, found === undefined ? { column, reason: plain, n: 1, row, value } : { ...found, n: found.n + 1 });
  }
  const repairs = new Map<string, DataReport["repairs"][number]>();
  for (const { row, rule } of repaired) {
    const found = repairs.get(rule);
    repairs.set(rule, found === undefined ? { rule, n: 1, row } : { ...found, n: found.n + 1 });
  }
  const commonest = (one: { n: number; row: number }, other: { n: number; row: number }): number =>
    other.n - one.n || one.row - other.row;
  return { reasons: [...reasons.values()].sort(commonest), repairs: [...repairs.values()].sort(commonest) };
}
