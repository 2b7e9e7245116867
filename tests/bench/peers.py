"""The work of inference.ts by Python: `python3 peers.py <work> <file>` prints what did it, what was found, and the
processor's time of each round in ms; or what is missing."""

import json
import sys
from itertools import combinations
from time import process_time

work, file = sys.argv[1:3]


def timed(by, run, many):
    found = run()
    run()
    rounds = []
    for _ in range(7):
        start = process_time()
        for _ in range(many):
            run()
        rounds.append(1000 * (process_time() - start) / many)
    print(json.dumps({"by": by, "found": found, "cpu": rounds}))


def p_of(below, above, of):
    return min(1.0, 2 * min(below, above) / of)


def glm(table):
    import numpy
    import statsmodels
    import statsmodels.api

    y, days, x = table[:, 0], table[:, 1], table[:, 2:]

    def run():
        model = statsmodels.api.NegativeBinomial(y, x, offset=numpy.log(days))
        found = model.fit(disp=0, method="newton", maxiter=100).params.tolist()
        return [*found[:-1], 1 / found[-1]]

    timed(f"statsmodels {statsmodels.__version__} NegativeBinomial", run, 10)


def exact(table):
    values = table[:, 0].tolist()
    observed = sum(values[7:])

    def run():
        sums = [sum(some) for some in combinations(values, 4)]
        return [p_of(sum(one <= observed for one in sums), sum(one >= observed for one in sums), len(sums))]

    timed("Python itertools.combinations", run, 50)


def drawn(table):
    import numpy

    values = table[:, 0]
    observed = values[12:].sum()
    rng = numpy.random.default_rng(1)
    deck = numpy.tile(values, (100_000, 1))

    def run():
        sums = rng.permuted(deck, axis=1)[:, 12:].sum(axis=1)
        return [p_of(1 + int((sums <= observed).sum()), 1 + int((sums >= observed).sum()), 100_001)]

    timed(f"numpy {numpy.__version__} rng.permuted", run, 1)


try:
    import numpy

    {"glm": glm, "exact p": exact, "drawn p": drawn}[work](numpy.loadtxt(file, delimiter=",", skiprows=1, ndmin=2))
except ImportError as missing:
    print(json.dumps({"missing": f"Python module {missing.name}"}))
