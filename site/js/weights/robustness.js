// Whether the weights decide who is where.
// A model is {id, scores}, scores by dimension; weights are by dimension. Nothing here touches the page.

import {EQUAL_WITHIN} from './weights.js';

/** The share of the total weight that "nearby" weights may move from some dimensions to others. */
const NEARBY = 0.1;

const MOST_PIVOTS = 10000;
const PRECISION = 1e-11;

/** The models that have a score on every dimension, as rows of numbers. */
const rowsOf = (models, dimensions) =>
  models
    .filter(({scores}) => dimensions.every((id) => scores[id] !== undefined))
    .map(({id, scores}) => ({id, row: dimensions.map((dimension) => scores[dimension])}));

const dot = (a, b) => {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i] * b[i];
  return sum;
};

/**
 * The greatest sum(w x) over all weights with sum 1 that differ from w by moving at most a share of the total: weight is
 * taken from where x is least and put where it is greatest.
 */
const greatest = (w, x, moved) => {
  let least = 0;
  let most = 0;
  for (let d = 1; d < x.length; d += 1) {
    if (x[d] < x[least]) least = d;
    if (x[d] > x[most]) most = d;
  }
  const top = x[most];
  let sum = dot(w, x);
  if (w[least] >= moved) return sum + moved * (top - x[least]);
  let left = moved;
  for (const d of x.map((_, k) => k).sort((a, b) => x[a] - x[b])) {
    const taken = Math.min(w[d], left);
    sum += taken * (top - x[d]);
    left -= taken;
  }
  return sum;
};

/**
 * For each model that has every score its weighted score, its rank, and the best and worst rank that nearby weights may
 * lead to: best - 1 models are ahead of it under all nearby weights, worst - 1 under some. By rank, then id. Empty when
 * no dimension has a weight.
 */
export const rankRanges = (models, dimensions, weights, moved = NEARBY) => {
  const total = dimensions.reduce((sum, id) => sum + (weights[id] ?? 0), 0);
  if (!(total > 0)) return [];
  const w = dimensions.map((id) => (weights[id] ?? 0) / total);
  const rows = rowsOf(models, dimensions);
  const ranges = rows.map(({id, row}) => {
    const range = {id, score: dot(w, row), rank: 1, best: 1, worst: 1};
    for (const other of rows) {
      if (other.id === id) continue;
      const ahead = other.row.map((score, d) => score - row[d]);
      if (dot(w, ahead) > EQUAL_WITHIN) range.rank += 1;
      if (-greatest(w, ahead.map((x) => -x), moved) > EQUAL_WITHIN) range.best += 1;
      if (greatest(w, ahead, moved) > EQUAL_WITHIN) range.worst += 1;
    }
    return range;
  });
  return ranges.sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
};

/** One step of the simplex method: makes column `enters` basic in row `leaves`. */
const pivot = (tableau, basis, leaves, enters) => {
  const row = tableau[leaves];
  const by = row[enters];
  for (let k = 0; k < row.length; k += 1) row[k] /= by;
  tableau.forEach((other, i) => {
    const factor = other[enters];
    if (i === leaves || factor === 0) return;
    for (let k = 0; k < other.length; k += 1) other[k] -= factor * row[k];
  });
  basis[leaves] = enters;
};

/**
 * The weights under which the least of the payoffs sum(w column) is greatest, the first player's best strategy in a
 * matrix game: max sum(y) with payoffs y <= 1 by the simplex method (Dantzig 1951), whose prices are the weights. Bland's
 * rule keeps it from going in circles.
 *
 * @param payoffs one row a dimension, one column an opponent, all above 0
 */
const bestStrategy = (payoffs) => {
  const n = payoffs.length;
  const m = payoffs[0].length;
  const tableau = payoffs.map((row, i) => [...row, ...payoffs.map((_, k) => (k === i ? 1 : 0)), 1]);
  const goal = [...Array(m).fill(-1), ...Array(n).fill(0), 0];
  tableau.push(goal);
  const basis = payoffs.map((_, i) => m + i);
  for (let step = 0; step < MOST_PIVOTS; step += 1) {
    const enters = goal.findIndex((price, k) => k < m + n && price < -PRECISION);
    if (enters < 0) break;
    let leaves = -1;
    let least = Infinity;
    for (let i = 0; i < n; i += 1) {
      if (tableau[i][enters] > PRECISION) {
        const ratio = tableau[i][m + n] / tableau[i][enters];
        if (ratio < least - PRECISION || (ratio < least + PRECISION && basis[i] < basis[leaves])) {
          least = Math.min(least, ratio);
          leaves = i;
        }
      }
    }
    pivot(tableau, basis, leaves, enters);
  }
  const prices = goal.slice(m, m + n).map((price) => Math.max(0, price));
  const total = prices.reduce((sum, price) => sum + price, 0);
  return prices.map((price) => price / total);
};

/**
 * Weights (with sum 1) that put a model ahead of all others by as much as possible, and that lead in points. A lead below
 * 0 means that no weights whatever put it first. Undefined when the model lacks a score or there is no other.
 */
export const bestWeights = (models, dimensions, id) => {
  const rows = rowsOf(models, dimensions);
  const own = rows.find((row) => row.id === id);
  const others = rows.filter((row) => row.id !== id);
  if (!own || others.length === 0) return undefined;
  const ahead = dimensions.map((_, d) => others.map(({row}) => own.row[d] - row[d]));
  const shift = 1 + Math.max(...ahead.flat().map(Math.abs));
  const w = bestStrategy(ahead.map((row) => row.map((x) => x + shift)));
  const lead = Math.min(...others.map((_, k) => dot(w, ahead.map((row) => row[k]))));
  return {lead, weights: Object.fromEntries(dimensions.map((dimension, d) => [dimension, w[d]]))};
};

/** The ids of the models that some weights put first, be it together with others. */
export const possibleFirsts = (models, dimensions) => {
  const rows = rowsOf(models, dimensions);
  return rows.length === 1
    ? [rows[0].id]
    : rows.map(({id}) => id).filter((id) => bestWeights(models, dimensions, id).lead >= -EQUAL_WITHIN);
};
