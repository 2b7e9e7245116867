export { calibrationChart } from "./charts/calibrationChart.js";
export type { Changes } from "./charts/changeChart.js";
export { changeChart } from "./charts/changeChart.js";
export type { ClockFace } from "./charts/clockChart.js";
export { clockChart } from "./charts/clockChart.js";
export { confusionChart } from "./charts/confusionChart.js";
export { delayTriangle } from "./charts/delayTriangle.js";
export { evidence } from "./charts/evidence.js";
export type { Ratio } from "./charts/forest.js";
export { forest } from "./charts/forest.js";
export { impactChart } from "./charts/impactChart.js";
export { monitorChart } from "./charts/monitorChart.js";
export { nowcastChart } from "./charts/nowcastChart.js";
export { planChart } from "./charts/planChart.js";
export { poissonnessChart } from "./charts/poissonnessChart.js";
export { powerChart } from "./charts/powerChart.js";
export { ratiosOf } from "./charts/ratiosOf.js";
export type { ReferenceWords } from "./charts/referenceChart.js";
export { referenceChart } from "./charts/referenceChart.js";
export type { Labels } from "./charts/regressionChart.js";
export { regressionChart } from "./charts/regressionChart.js";
export { sequenceChart } from "./charts/sequenceChart.js";
export { specificationCurve } from "./charts/specificationCurve.js";
export { watchChart } from "./charts/watchChart.js";
export type { Words, ZoneMonths } from "./charts/zoneMonths.js";
export { zoneMonths } from "./charts/zoneMonths.js";
export type { BaseRate, BaseRateOptions } from "./claims/baseRatesOf.js";
export { baseRatesOf } from "./claims/baseRatesOf.js";
export type { Lateness, SeenPeriod, SeenWindows } from "./claims/flipRisk.js";
export { flipRisk } from "./claims/flipRisk.js";
export { questionsOf } from "./claims/questionsOf.js";
export { recorded } from "./claims/recorded.js";
export type { ResolveOptions, Vintages } from "./claims/resolve.js";
export { resolve } from "./claims/resolve.js";
export { resolveForecasts } from "./claims/resolveForecasts.js";
export { resolveVerdicts } from "./claims/resolveVerdicts.js";
export type { RangeOf } from "./claims/scoreWords.js";
export { scoreWords } from "./claims/scoreWords.js";
export type { Settled } from "./claims/settle.js";
export { settle } from "./claims/settle.js";
export type { Backtest, Failure } from "./core/backtest.js";
export type { Calibration, Process } from "./core/calibration.js";
export type { Centre } from "./core/centre.js";
export type { ChangePlace, ChangePlaces } from "./core/changePlaces.js";
export type { ChartSpec } from "./core/chart.js";
export type { ClaimRow, ClaimStatus, ClaimTotals } from "./core/claimRow.js";
export type { CitedDate, ClockRow, Standing, Supported } from "./core/clockRow.js";
export type { Codebook, Zone } from "./core/codebook.js";
export type { ColumnReport, DataReport, Named } from "./core/dataReport.js";
export type { Day, Every, Span } from "./core/day.js";
export { addDays, daysIn, periodOf, periodsIn } from "./core/day.js";
export type { DelayShare, Delays } from "./core/delays.js";
export type { Derived } from "./core/derived.js";
export type { Counted, Diff, Move } from "./core/diff.js";
export type { CountDistribution, Distribution } from "./core/distribution.js";
export { DataError, InputError } from "./core/errors.js";
export type { ConflictEvent, Refusal, Repair } from "./core/event.js";
export type { Finding, Interval } from "./core/finding.js";
export type { Fitted } from "./core/fitted.js";
export type { Forecast, ForecastState, Resolved, Threshold } from "./core/forecast.js";
export type { Covariate, Effect, Hypothesis, Weighing } from "./core/hypothesis.js";
export type { Excess, Impact, ImpactPeriod } from "./core/impact.js";
export type {
  MappedColumns,
  MappedDay,
  MappedDegrees,
  MappedNumber,
  MappedSides,
  MappedText,
  Mapping,
} from "./core/mapping.js";
export { matches } from "./core/matches.js";
export type {
  Dimension,
  Flip,
  FlipBetween,
  Multiverse,
  MultiverseDimension,
  MultiverseReading,
  ReadingVerdict,
  Tally,
} from "./core/multiverse.js";
export type { Completed, Nowcast, NowcastPeriod } from "./core/nowcast.js";
export type { Key, Measure, Panel, Recipe, Series } from "./core/panel.js";
export type { PeriodMean } from "./core/periodMean.js";
export type { PlaceCount } from "./core/placeCount.js";
export type { Plan, PlanDate, PlanDecision, PlanRate, PlanRow, Rule } from "./core/plan.js";
export type { Poissonness, PoissonnessRow } from "./core/poissonness.js";
export type { Design, PeriodsNeeded, Power, SmallestChange } from "./core/power.js";
export type { Prediction } from "./core/prediction.js";
export type { Criterion, Question } from "./core/question.js";
export type { Episode, ReboundRate, Rebounds, ReferenceRate } from "./core/referenceRate.js";
export type { Coefficient, CountFamily, ErrorKind, Regression, RegressionRow } from "./core/regression.js";
export type { Citation, Cited, Evidence, Figure, Location, Measured, Report, Window } from "./core/report.js";
export type {
  Check,
  Lack,
  Likelihood,
  ReferenceClass,
  ReportClaim,
  ReportPlan,
  ReportQuestion,
  ReportReadings,
  Unscoreable,
} from "./core/reportClaim.js";
export type { Print, Resolution, ResolutionHistory, State, WordScore } from "./core/resolution.js";
export type { Running } from "./core/running.js";
export type { Score } from "./core/score.js";
export type { Segment, Segmentation } from "./core/segmentation.js";
export type { Separation, SeparationPair } from "./core/separation.js";
export type { Signal } from "./core/signal.js";
export { during } from "./core/slice.js";
export type { Manifest, Sealed, Snapshot } from "./core/snapshot.js";
export type { Copy, Fault, Part, Reading, Source, SourceContext } from "./core/source.js";
export type { Term } from "./core/term.js";
export type { LeftOut, Triangle } from "./core/triangle.js";
export type { Reported, TriangleOptions } from "./core/triangleOf.js";
export { triangleOf } from "./core/triangleOf.js";
export type { Vintage } from "./core/triangleOfVintages.js";
export { triangleOfVintages } from "./core/triangleOfVintages.js";
export type { Data, Matter, Under, Verdict, Word } from "./core/verdict.js";
export type {
  Baseline,
  Crossing,
  Look,
  Needed,
  NextPeriod,
  SeasonYear,
  Spread,
  Tipping,
  WatchedPeriod,
  WatchedQuestion,
  WatchState,
} from "./core/watchedQuestion.js";
export type { Weighed, WeighedHypothesis, ZoneForecast } from "./core/weighed.js";
export type { OneOf, Where } from "./core/where.js";
export { betaQuantile } from "./distributions/beta.js";
export { binomialTails, logBinomial } from "./distributions/binomial.js";
export { cdf } from "./distributions/cdf.js";
export { chiSquareQuantile, chiSquareUpper, gammaQuantile } from "./distributions/gamma.js";
export { logDensity } from "./distributions/logDensity.js";
export { logTails } from "./distributions/logTails.js";
export { mean } from "./distributions/mean.js";
export { logNb1 } from "./distributions/nb1.js";
export { logNegbin } from "./distributions/negbin.js";
export { normalQuantile, normalUpper } from "./distributions/normal.js";
export { pmf } from "./distributions/pmf.js";
export { logPoisson, poissonTails } from "./distributions/poisson.js";
export { quantile } from "./distributions/quantile.js";
export type { SampleOptions } from "./distributions/sample.js";
export { sample } from "./distributions/sample.js";
export { studentQuantile, studentUpper } from "./distributions/student.js";
export { variance } from "./distributions/variance.js";
export { asKnown } from "./events/asKnown.js";
export { check } from "./events/check.js";
export type { CountOptions } from "./events/count.js";
export { count } from "./events/count.js";
export { diff } from "./events/diff.js";
export { inPeriods } from "./events/inPeriods.js";
export { places } from "./events/places.js";
export type { ReadOptions } from "./events/read.js";
export { read } from "./events/read.js";
export { refusals, repairs } from "./events/refusals.js";
export { reportingTriangle } from "./events/reportingTriangle.js";
export { save } from "./events/save.js";
export { select } from "./events/select.js";
export type { FileTally, TallyOptions, TallyRow } from "./events/tally.js";
export { tally } from "./events/tally.js";
export type { Total } from "./events/totals.js";
export { totalsOf } from "./events/totals.js";
export { anomaly } from "./indicators/anomaly.js";
export type { CatalogueEntry } from "./indicators/catalogue.js";
export { catalogue } from "./indicators/catalogue.js";
export { centre } from "./indicators/centre.js";
export { change } from "./indicators/change.js";
export type { Concentration } from "./indicators/concentration.js";
export { concentration } from "./indicators/concentration.js";
export type { Derivation, Indicator, Numbers } from "./indicators/derive.js";
export { derive } from "./indicators/derive.js";
export { expanding } from "./indicators/expanding.js";
export { gini } from "./indicators/gini.js";
export { herfindahl } from "./indicators/herfindahl.js";
export { over } from "./indicators/over.js";
export { rate } from "./indicators/rate.js";
export { rolling } from "./indicators/rolling.js";
export { sinceLast } from "./indicators/sinceLast.js";
export { streak } from "./indicators/streak.js";
export { varianceToMean } from "./indicators/varianceToMean.js";
export type { Adjustment } from "./inference/adjust.js";
export { adjust } from "./inference/adjust.js";
export type { BayesianChangeOptions } from "./inference/bayesianChange.js";
export { bayesianChange } from "./inference/bayesianChange.js";
export { censoredLogLikelihood, censoredRate } from "./inference/censoredRate.js";
export type { ChangePlacesOptions } from "./inference/changePlaces.js";
export { changePlaces } from "./inference/changePlaces.js";
export type { ChangePointOptions } from "./inference/changePoint.js";
export { changePoint } from "./inference/changePoint.js";
export type { Direction } from "./inference/changeStatistic.js";
export type { DelayOptions } from "./inference/checkTriangle.js";
export { circularShifts } from "./inference/circularShifts.js";
export type { Comparison } from "./inference/compare.js";
export { compare } from "./inference/compare.js";
export type { ConfidenceSequenceOptions } from "./inference/confidenceSequence.js";
export { confidenceSequence } from "./inference/confidenceSequence.js";
export type { CounterfactualOptions } from "./inference/counterfactual.js";
export type { CusumOptions } from "./inference/cusum.js";
export { cusum } from "./inference/cusum.js";
export { delays } from "./inference/delays.js";
export type { Control } from "./inference/differenceInDifferences.js";
export { differenceInDifferences } from "./inference/differenceInDifferences.js";
export { dispersion } from "./inference/dispersion.js";
export type { EarsOptions } from "./inference/ears.js";
export { ears } from "./inference/ears.js";
export { equivalence } from "./inference/equivalence.js";
export { eRatio } from "./inference/eRatio.js";
export { eTest } from "./inference/eTest.js";
export type { EValueOptions } from "./inference/eValue.js";
export { eValue } from "./inference/eValue.js";
export type { ExactMethod } from "./inference/exactMethod.js";
export { excessZeros } from "./inference/excessZeros.js";
export type { FarringtonOptions } from "./inference/farrington.js";
export { farrington } from "./inference/farrington.js";
export { fisher } from "./inference/fisher.js";
export { gammaPoisson } from "./inference/gammaPoisson.js";
export type { ImpactOptions } from "./inference/impact.js";
export { impact } from "./inference/impact.js";
export { likelihoodRatio } from "./inference/likelihoodRatio.js";
export { ljungBox } from "./inference/ljungBox.js";
export { mannKendall } from "./inference/mannKendall.js";
export type { Detector, Watched } from "./inference/monitor.js";
export { monitor } from "./inference/monitor.js";
export { negbinRatio } from "./inference/negbinRatio.js";
export { nonInferiority } from "./inference/nonInferiority.js";
export { nowcast } from "./inference/nowcast.js";
export { overdispersion } from "./inference/overdispersion.js";
export type { Penalty } from "./inference/penalty.js";
export { periodMeans } from "./inference/periodMeans.js";
export { periodsNeeded } from "./inference/periodsNeeded.js";
export type { PermutationOptions } from "./inference/permutation.js";
export { permutation } from "./inference/permutation.js";
export type { PlaceboOptions } from "./inference/placebo.js";
export { placebo } from "./inference/placebo.js";
export { poissonInterval } from "./inference/poissonInterval.js";
export { poissonness } from "./inference/poissonness.js";
export { poissonnessOf } from "./inference/poissonnessOf.js";
export type { PowerOptions } from "./inference/power.js";
export { power } from "./inference/power.js";
export { powerOfRatio } from "./inference/powerOfRatio.js";
export type { PredictOptions } from "./inference/predict.js";
export { predict } from "./inference/predict.js";
export type { DrawOptions } from "./inference/predictive.js";
export { quasiPoisson } from "./inference/quasiPoisson.js";
export type { RateGuess } from "./inference/rateGuess.js";
export { rateRatio } from "./inference/rateRatio.js";
export type { RatioSequenceOptions } from "./inference/ratioSequence.js";
export { ratioSequence } from "./inference/ratioSequence.js";
export type { RegressOptions } from "./inference/regress.js";
export { regress } from "./inference/regress.js";
export type { Residual, ResidualOptions } from "./inference/residuals.js";
export { residuals } from "./inference/residuals.js";
export type { RunLengthOptions } from "./inference/runLength.js";
export { runLength } from "./inference/runLength.js";
export { runs } from "./inference/runs.js";
export { sameSeason } from "./inference/sameSeason.js";
export type { ScanOptions } from "./inference/scan.js";
export { scan } from "./inference/scan.js";
export type { SegmentOptions } from "./inference/segment.js";
export { segment } from "./inference/segment.js";
export type { CostKind } from "./inference/segmentCost.js";
export { share } from "./inference/share.js";
export { shareDifference } from "./inference/shareDifference.js";
export { smallestChange } from "./inference/smallestChange.js";
export type { Outcome, Stretch, Test } from "./inference/test.js";
export { test } from "./inference/test.js";
export { tippingFewer } from "./inference/tippingFewer.js";
export { tippingMissing } from "./inference/tippingMissing.js";
export { tippingPeriod } from "./inference/tippingPeriod.js";
export { tippingPhi } from "./inference/tippingPhi.js";
export type { WideRatioOptions } from "./inference/wideRatioSequence.js";
export { wideRatioSequence } from "./inference/wideRatioSequence.js";
export { autocorrelation } from "./math/autocorrelation.js";
export type { Point } from "./math/haversine.js";
export { haversine } from "./math/haversine.js";
export type { Moments } from "./math/moments.js";
export { moments } from "./math/moments.js";
export { conflictology } from "./models/conflictology.js";
export { fit } from "./models/fit.js";
export type { ForecastOptions } from "./models/forecast.js";
export { forecast } from "./models/forecast.js";
export type { Ahead, Fit, History, Model, Past } from "./models/model.js";
export { modelNamed, modelNames } from "./models/modelNamed.js";
export type { Danfo } from "./notebook/danfo.js";
export { fromDanfo, toDanfo } from "./notebook/danfo.js";
export type { Drawn } from "./notebook/draw.js";
export { draw } from "./notebook/draw.js";
export { kernelSpec } from "./notebook/kernelSpec.js";
export { rowsWith } from "./notebook/rowsWith.js";
export type { NotebookRun } from "./notebook/runNotebook.js";
export { runNotebook } from "./notebook/runNotebook.js";
export type { FrontEnd } from "./notebook/show.js";
export { showWith } from "./notebook/show.js";
export type { TidyRow } from "./notebook/tidy.js";
export { tidy } from "./notebook/tidy.js";
export type { ClaimGroup, LikelihoodText } from "./page/claimTables.js";
export type { PageContents } from "./page/page.js";
export { page } from "./page/page.js";
export type { PageChart, PageSection } from "./page/sections.js";
export { audit } from "./reports/audit.js";
export { auditCitations } from "./reports/auditCitations.js";
export { auditClock } from "./reports/auditClock.js";
export { auditDates } from "./reports/auditDates.js";
export { auditLanguage } from "./reports/auditLanguage.js";
export { auditSources } from "./reports/auditSources.js";
export { citedDate } from "./reports/citedDate.js";
export { claimTable, claimTotals } from "./reports/claimTable.js";
export { debit } from "./reports/debit.js";
export { evidenceClock } from "./reports/evidenceClock.js";
export type { Granule } from "./reports/grim.js";
export { grim, grimJoint } from "./reports/grim.js";
export type { Grimmer, GrimmerOptions } from "./reports/grimmer.js";
export { grimmer } from "./reports/grimmer.js";
export type { PrintedWindow, WindowsReading } from "./reports/grimWindows.js";
export { grimWindows } from "./reports/grimWindows.js";
export type { HashedLocation } from "./reports/hashReport.js";
export { hashReport } from "./reports/hashReport.js";
export type { LikelihoodWord } from "./reports/likelihoodWords.js";
export { likelihoodRange, likelihoodWord, likelihoodWords } from "./reports/likelihoodWords.js";
export type { LintOptions, LintRow } from "./reports/lintReport.js";
export { lintReport } from "./reports/lintReport.js";
export type { PlanOptions } from "./reports/plan.js";
export { plan } from "./reports/plan.js";
export { postTime } from "./reports/postTime.js";
export { quantityWords } from "./reports/quantityWords.js";
export type { RatioOfRatios } from "./reports/ratioOfRatios.js";
export { ratioOfRatios } from "./reports/ratioOfRatios.js";
export { ratioWords } from "./reports/ratioWords.js";
export { referenceClass } from "./reports/referenceClass.js";
export type { Snapshots } from "./reports/reproduce.js";
export { reproduce } from "./reports/reproduce.js";
export type { Rounding } from "./reports/rounding.js";
export { roundings } from "./reports/rounding.js";
export type { SeasonOptions, SeasonRatio } from "./reports/seasonRatios.js";
export { seasonRatios } from "./reports/seasonRatios.js";
export type { Sentence } from "./reports/sentences.js";
export { sentenceHash, sentencesOf } from "./reports/sentences.js";
export type { SeparationOptions } from "./reports/separation.js";
export { separation } from "./reports/separation.js";
export type { VaryOptions } from "./reports/vary.js";
export { vary } from "./reports/vary.js";
export type { WatchOptions } from "./reports/watch.js";
export { watch } from "./reports/watch.js";
export { weigh } from "./reports/weigh.js";
export { weighVerdicts } from "./reports/weighVerdicts.js";
export { wholes } from "./reports/wholes.js";
export type { WordRow } from "./reports/wordRow.js";
export { wordRange } from "./reports/words.js";
export { wordsFor } from "./reports/wordsFor.js";
export type { Metric } from "./scores/metric.js";
export { score } from "./scores/score.js";
export { acled } from "./sources/acled.js";
export type { DayOrder } from "./sources/dayReader.js";
export type { TotalsKind } from "./sources/hapi.js";
export { hapi } from "./sources/hapi.js";
export { hdx } from "./sources/hdx.js";
export { mapped } from "./sources/mapped.js";
export type { MappingProposal, Proposed, Undecided } from "./sources/proposeMapping.js";
export { proposeMapping } from "./sources/proposeMapping.js";
export { readCodebook } from "./sources/readCodebook.js";
export { readMapping } from "./sources/readMapping.js";
export { readReport } from "./sources/readReport.js";
export type { SourceOptions } from "./sources/recognise.js";
export { recognise, sourceNamed } from "./sources/recognise.js";
export type { PlacedFault, ReportFault } from "./sources/reportFaults.js";
export { reportFaults } from "./sources/reportFaults.js";
export type { JsonSchema } from "./sources/reportJsonSchema.js";
export { reportJsonSchema } from "./sources/reportJsonSchema.js";
export { totals } from "./sources/totals.js";
export { ucdp } from "./sources/ucdp.js";
export { manifestOf, open, vintages } from "./store/snapshots.js";
export type { Deletion } from "./store/writeEvents.js";
export type { BacktestPart } from "./core/backtest.js";
export type { BacktestOptions } from "./models/backtest.js";
export { backtest } from "./models/backtest.js";
export { isNamed } from "./models/isNamed.js";
