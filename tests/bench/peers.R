# How long R's glm.nb takes for the regression of regression.bench.ts: as many coefficients, as many months, in ms a fit.

library(MASS)

month <- 0:95
turn <- 2 * pi * month / 12
x <- cbind(1, month / 12, sin(turn), cos(turn), sin(2 * turn), cos(2 * turn), as.numeric(month >= 60))
days <- ifelse(month %% 2 == 0, 31, 30)
set.seed(96)
y <- rnbinom(96, mu = 12 * exp(0.1 * x[, 2] + 0.3 * x[, 3] - 0.5 * x[, 7]), size = 4)
fit <- function() glm.nb(y ~ x - 1 + offset(log(days)))
for (warm in 1:5) fit()
times <- replicate(7, system.time(for (i in 1:20) fit())[["elapsed"]] / 20)
cat(sprintf("MASS::glm.nb, 7 coefficients on 96 months: %.2f ms a fit\n", 1000 * median(times)))
