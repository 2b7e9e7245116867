export { evidence } from "./charts/evidence.js";
export type { Ratio } from "./charts/forest.js";
export { forest } from "./charts/forest.js";
export { ratiosOf } from "./charts/ratiosOf.js";
export type { Words, ZoneMonths } from "./charts/zoneMonths.js";
export { zoneMonths } from "./charts/zoneMonths.js";
export type { ChartSpec } from "./core/chart.js";
export type { Codebook, Zone } from "./core/codebook.js";
export type { Day, Every, Span } from "./core/day.js";
export { addDays, daysIn, periodOf, periodsIn } from "./core/day.js";
export { DataError, InputError } from "./core/errors.js";
export type { ConflictEvent, Refusal } from "./core/event.js";
export type { Finding, Interval } from "./core/finding.js";
export { matches } from "./core/matches.js";
export type { Key, Measure, Panel, Recipe, Series } from "./core/panel.js";
export type { PeriodMean } from "./core/periodMean.js";
export type {
  Check,
  Citation,
  Evidence,
  Figure,
  Hypothesis,
  Location,
  Measured,
  Report,
  ReportClaim,
  Weighing,
  Window,
} from "./core/report.js";
export { during } from "./core/slice.js";
export type { Manifest, Snapshot } from "./core/snapshot.js";
export type { Fault, Source, SourceContext } from "./core/source.js";
export type { Data, Under, Verdict } from "./core/verdict.js";
export type { Weighed, WeighedHypothesis, ZoneForecast } from "./core/weighed.js";
export type { OneOf, Where } from "./core/where.js";
export { betaQuantile } from "./distributions/beta.js";
export { binomialTails, logBinomial } from "./distributions/binomial.js";
export { chiSquareQuantile, chiSquareUpper, gammaQuantile } from "./distributions/gamma.js";
export { logNb1 } from "./distributions/nb1.js";
export { logNegbin } from "./distributions/negbin.js";
export { normalQuantile, normalUpper } from "./distributions/normal.js";
export { logPoisson, poissonTails } from "./distributions/poisson.js";
export { studentQuantile, studentUpper } from "./distributions/student.js";
export type { CountOptions } from "./events/count.js";
export { count } from "./events/count.js";
export { inPeriods } from "./events/inPeriods.js";
export { read } from "./events/read.js";
export { save } from "./events/save.js";
export { select } from "./events/select.js";
export type { Total } from "./events/totals.js";
export { totalsOf } from "./events/totals.js";
export type { Comparison } from "./inference/compare.js";
export { compare } from "./inference/compare.js";
export { dispersion } from "./inference/dispersion.js";
export { periodMeans } from "./inference/periodMeans.js";
export { poissonInterval } from "./inference/poissonInterval.js";
export { powerOfRatio } from "./inference/power.js";
export { quasiPoisson } from "./inference/quasiPoisson.js";
export { rateRatio } from "./inference/rateRatio.js";
export { share } from "./inference/share.js";
export type { Outcome, Stretch, Test } from "./inference/test.js";
export { test } from "./inference/test.js";
export { tippingPhi } from "./inference/tippingPhi.js";
export type { Danfo } from "./notebook/danfo.js";
export { fromDanfo, toDanfo } from "./notebook/danfo.js";
export type { Drawn } from "./notebook/draw.js";
export { draw } from "./notebook/draw.js";
export { kernelSpec } from "./notebook/kernelSpec.js";
export type { NotebookRun } from "./notebook/runNotebook.js";
export { runNotebook } from "./notebook/runNotebook.js";
export type { FrontEnd } from "./notebook/show.js";
export { showWith } from "./notebook/show.js";
export type { TidyRow } from "./notebook/tidy.js";
export { tidy } from "./notebook/tidy.js";
export type { PageContents } from "./page/page.js";
export { page } from "./page/page.js";
export { audit } from "./reports/audit.js";
export type { Granule } from "./reports/grim.js";
export { grim, grimJoint } from "./reports/grim.js";
export type { Snapshots } from "./reports/reproduce.js";
export { reproduce } from "./reports/reproduce.js";
export { weigh } from "./reports/weigh.js";
export { weighVerdicts } from "./reports/weighVerdicts.js";
export { wordRange } from "./reports/words.js";
export { readCodebook } from "./sources/readCodebook.js";
export { readReport } from "./sources/readReport.js";
export { totals } from "./sources/totals.js";
export { ucdp } from "./sources/ucdp.js";
export { manifestOf, open } from "./store/snapshots.js";
