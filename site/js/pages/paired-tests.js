// Whether two models differ by more than chance, from their answers to the same questions. The error of a difference is
// the one that the bootstrap over topics comes to (as scores.statistics.Separation draws it), worked out directly: each
// topic counts with what it adds to the difference (Efron and Tibshirani 1993, section 8.4).
import {holm} from './significance.js';

/** Logarithm of the gamma function (Lanczos, g = 7). @param x above 0 */
const logGamma = (x) => {
  const terms = [676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905, -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7];
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const t = x + 6.5;
  const sum = terms.reduce((all, term, i) => all + term / (x + i), 0.9999999999998099);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
};

/** Regularised incomplete beta function by its continued fraction (Numerical Recipes, section 6.4). */
const beta = (x, a, b) => {
  if (x <= 0 || x >= 1) return x <= 0 ? 0 : 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - beta(1 - x, b, a);
  const tiny = 1e-300;
  const away = (value) => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < 300; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-14) break;
  }
  const front = Math.exp(a * Math.log(x) + b * Math.log(1 - x) + logGamma(a + b) - logGamma(a) - logGamma(b));
  return (front * fraction) / a;
};

/** Two-sided p of Student's t. */
export const twoSidedT = (t, freedom) => beta(freedom / (freedom + t * t), freedom / 2, 0.5);

const SCORED = {'+': 1, '.': 0, '-': 0};

/**
 * What a model was read as on one value: a map from unit to {expressed, scored} over its answers.
 *
 * @param place of the value
 * @param unitOf a function from the id of an item to what it hangs together with
 */
export const tally = (rows, place, unitOf = (item) => item) => {
  const units = new Map();
  for (const {item, labels} of rows) {
    const expressed = SCORED[labels[place]];
    if (expressed === undefined) continue;
    const of = units.get(unitOf(item)) ?? {expressed: 0, scored: 0};
    units.set(unitOf(item), {expressed: of.expressed + expressed, scored: of.scored + 1});
  }
  return units;
};

const sums = (tallied) =>
  [...tallied.values()].reduce((all, of) => ({expressed: all.expressed + of.expressed, scored: all.scored + of.scored}), {expressed: 0, scored: 0});

/**
 * The difference of two scores: {difference, error, units, p} in points; undefined when either has none. As no number of
 * units can tell more than a sign test on those where the two differ, p is never below 2^(1 - those).
 */
export const pairedDifference = (one, other) => {
  const [a, b] = [sums(one), sums(other)];
  if (a.scored === 0 || b.scored === 0) return undefined;
  const share = ({expressed, scored}) => expressed / scored;
  const part = (of, all) => (of ? (of.expressed - share(all) * of.scored) / all.scored : 0);
  const units = [...new Set([...one.keys(), ...other.keys()])];
  const squares = units.reduce((sum, unit) => sum + (part(one.get(unit), a) - part(other.get(unit), b)) ** 2, 0);
  const n = units.length;
  const error = n < 2 ? Infinity : Math.sqrt((squares * n) / (n - 1));
  const difference = share(a) - share(b);
  const unlike = units.filter((unit) => !one.has(unit) || !other.has(unit) || share(one.get(unit)) !== share(other.get(unit))).length;
  const tail = difference === 0 ? 1 : error === 0 ? 0 : twoSidedT(Math.abs(difference) / error, Math.max(1, n - 1));
  return {difference: 100 * difference, error: 100 * error, units: n, p: Math.max(tail, Math.min(1, 2 ** (1 - unlike)))};
};

/**
 * Every pair of models on every value, tested together (Holm): a list of {dimension, one, other, test, significant}; a pair
 * that cannot be tested is left out.
 *
 * @param rows a map from model to its lines of labels
 * @param unitOf as above
 */
export const pairedTests = (rows, dimensions, alpha, unitOf) => {
  const models = [...rows.keys()];
  const found = [];
  dimensions.forEach((dimension, place) => {
    const tallied = models.map((model) => tally(rows.get(model), place, unitOf));
    models.forEach((one, i) =>
      models.slice(i + 1).forEach((other, j) => {
        const test = pairedDifference(tallied[i], tallied[i + 1 + j]);
        if (test) found.push({dimension, one, other, test});
      }),
    );
  });
  const rejected = holm(found.map(({test}) => test.p), alpha);
  return found.map((pair, i) => ({...pair, significant: rejected[i]}));
};
