// Whether two scores differ by more than chance: from their intervals, where a page shows no more than that. A score is
// {value, low, high}. Two models answered the same questions, which makes their true difference surer than this says.

/** Standard normal quantile (Acklam's rational approximation, relative error below 1.2e-9). @param p in (0, 1) */
export const quantile = (p) => {
  const a = [-39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716, 2.506628277459239];
  const b = [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1];
  const c = [-0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968, 2.938163982698783];
  const d = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1];
  const at = (coefficients, x) => coefficients.reduce((sum, k) => sum * x + k, 0);
  if (p < 0.02425) {
    const q = Math.sqrt(-2 * Math.log(p));
    return at(c, q) / at(d, q);
  }
  if (p > 1 - 0.02425) return -quantile(1 - p);
  const q = p - 0.5;
  return (at(a, q * q) * q) / at(b, q * q);
};

/** Two-sided p of a standard normal deviate (Abramowitz and Stegun 7.1.26, absolute error below 1.5e-7). */
export const twoSided = (z) => {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const poly = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
  return poly * Math.exp(-x * x);
};

/** p of no difference; undefined when a score or an interval is missing, 1 when neither has any width and they are equal. */
export const pOf = (one, other, level) => {
  if ([one, other].some((score) => score?.low === undefined || score.value === undefined)) return undefined;
  const reach = 2 * quantile((1 + level) / 2);
  const error = Math.hypot((one.high - one.low) / reach, (other.high - other.low) / reach);
  if (error === 0) return one.value === other.value ? 1 : 0;
  return twoSided((one.value - other.value) / error);
};

/** Holm's correction (1979): whether each hypothesis is rejected while all errors together stay below alpha. */
export const holm = (ps, alpha) => {
  const order = ps.map((p, i) => ({p, i})).filter(({p}) => p !== undefined).sort((x, y) => x.p - y.p);
  const rejected = ps.map(() => false);
  for (const [k, {p, i}] of order.entries()) {
    if (p > alpha / (order.length - k)) break;
    rejected[i] = true;
  }
  return rejected;
};

/**
 * Every pair of models in every column, tested together: a map from column to {significant, pairs}, how many pairs differ by
 * more than chance of how many that can be tested.
 *
 * @param rows {intervals: {key: {value, low, high}}}
 */
export const significantPairs = (rows, keys, level) => {
  const tests = [];
  for (const key of keys) {
    rows.forEach((one, i) =>
      rows.slice(i + 1).forEach((other) => tests.push({key, p: pOf(one.intervals[key], other.intervals[key], level)})),
    );
  }
  const rejected = holm(tests.map(({p}) => p), 1 - level);
  const found = new Map(keys.map((key) => [key, {significant: 0, pairs: 0}]));
  tests.forEach(({key, p}, i) => {
    if (p === undefined) return;
    const counts = found.get(key);
    counts.pairs += 1;
    counts.significant += rejected[i] ? 1 : 0;
  });
  return found;
};
