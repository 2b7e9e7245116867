# The work of inference.ts by R: `Rscript peers.R <work> <file>` prints what did it, what was found, and the processor's
# time of each round in ms; or what is missing.

told <- commandArgs(trailingOnly = TRUE)
table <- as.matrix(read.csv(told[2], check.names = FALSE))
values <- unname(table[, 1])
with_package <- function(name, work) {
  if (requireNamespace(name, quietly = TRUE)) work() else cat(sprintf('{"missing": "R package %s"}\n', name))
}

timed <- function(by, run, many) {
  found <- run()
  run()
  rounds <- sapply(1:7, function(round) {
    start <- proc.time()
    for (i in seq_len(many)) run()
    took <- proc.time() - start
    1000 * (took[["user.self"]] + took[["sys.self"]]) / many
  })
  numbers <- function(some) paste(format(some, digits = 17, trim = TRUE), collapse = ", ")
  cat(sprintf('{"by": "%s", "found": [%s], "cpu": [%s]}\n', by, numbers(found), numbers(rounds)))
}

glm <- function() {
  days <- table[, 2]
  x <- table[, -(1:2)]
  timed("R MASS::glm.nb", function() {
    fit <- MASS::glm.nb(values ~ x - 1 + offset(log(days)))
    c(coef(fit), fit$theta)
  }, 20)
}

pelt <- function() {
  penalty <- 2 * log(length(values))
  timed("R changepoint::cpt.meanvar", function() {
    found <- changepoint::cpt.meanvar(
      values,
      penalty = "Manual", pen.value = penalty, test.stat = "Poisson", method = "PELT", minseglen = 1
    )
    length(changepoint::cpts(found))
  }, 1)
}

p_of <- function(sums, observed, extra) {
  2 * (extra + min(sum(sums <= observed), sum(sums >= observed))) / (extra + length(sums))
}

switch(told[1],
  "glm" = with_package("MASS", glm),
  "pelt" = with_package("changepoint", pelt),
  "exact p" = timed("R combn(values, 4, sum)", function() p_of(combn(values, 4, sum), sum(values[8:11]), 0), 50),
  "drawn p" = timed("R sum(sample(values, 12)) in a loop", function() {
    p_of(vapply(1:100000, function(i) sum(sample(values, 12)), 0), sum(values[13:24]), 1)
  }, 1)
)
