/** What ensembles of the published table are made of: one of each kind that follows the level, as it is called by default or with the field's window of 12. */
const members: readonly string[] = [
  ...["conflictology(12)", "average(12)", "lastValue()", "negbin(12)", "croston()", "tsb()"],
  ...["ingarch()", "localLevel()", "ets()", "theta()"],
];

const named = JSON.stringify(members);

/** The models of the published table, by name: what `hindcast backtest` runs where none is named. */
export const tableModels: readonly string[] = [
  ...["zero()", "lastValue()", "average(6)", "average(12)", "seasonalNaive()", "climatology()"],
  ...['climatology({"years":3})', "conflictology(12)", "conflictologyMixture(12,0.05)"],
  ...["poisson(12)", "negbin(6)", "negbin(12)", "zinb(12)", "hurdle(12)", "croston()", "sba()", "tsb()"],
  ...['negbinRegression({"window":60})', 'negbinRegression({"harmonics":2,"trend":"damped","window":48})'],
  ...["ingarch()", 'ingarch({"window":60})', 'endemicEpidemic({"window":60})', "localLevel()"],
  ...["ets()", 'ets("ANN")', "theta()"],
  ...[`linearPool(${named})`, `quantileAverage(${named})`, `stacked(${named},{"origins":36})`],
  ...[
    `best(${named},{"origins":36})`,
    `conformal(${JSON.stringify(`stacked(${named},{"origins":36})`)},{"origins":36})`,
  ],
  'conformal("conflictology(12)",{"origins":36})',
];

/** The first conflictology and the first climatology among models: what the field's skill is measured against. */
export function referencesIn(names: readonly string[]): string[] {
  return ["conflictology(", "climatology("].flatMap((start) => names.find((name) => name.startsWith(start)) ?? []);
}
