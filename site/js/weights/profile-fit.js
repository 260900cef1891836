// How much a model's profile is like a target.
// A target is {dimension: value} on any scale of its own. Nothing here touches the page.
import {EQUAL_WITHIN} from './weights.js';

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Every value less the mean of all, so that showing much of everything is not taken for caring most about each. */
export const centred = (values) => {
  const own = mean(values);
  return values.map((value) => value - own);
};

/** Pearson's correlation; undefined where either side has no differences. */
export const pearson = (a, b) => {
  const x = centred(a);
  const y = centred(b);
  const sum = (u, v) => u.reduce((total, value, i) => total + value * v[i], 0);
  const scale = Math.sqrt(sum(x, x) * sum(y, y));
  return scale > EQUAL_WITHIN ? sum(x, y) / scale : undefined;
};

/** A correlation as the pages show it, with two decimals and a minus sign below 0; a dash where there is none. */
export const correlation = (value) => (value === undefined ? '–' : value.toFixed(2).replace(/^-0\.00$/, '0.00').replace('-', '−'));

/** Ranks from 1, equal values sharing the mean of theirs. */
const midranks = (values) =>
  values.map((value) => {
    const below = values.filter((other) => other < value - EQUAL_WITHIN).length;
    const alike = values.filter((other) => Math.abs(other - value) <= EQUAL_WITHIN).length;
    return below + (alike + 1) / 2;
  });

/** Spearman's rank correlation; undefined where either side has no differences. */
export const spearman = (a, b) => pearson(midranks(a), midranks(b));

/** An order of dimensions, the most important first, as a target of which only the order means something. */
export const orderTarget = (order) => Object.fromEntries(order.map((id, place) => [id, order.length - place]));

/**
 * The models that have every score, by their fit with a target: {id, order, shape, centred}, the best order first, then the
 * best shape, then id. Empty where the target has no differences; models without differences come last, without a fit.
 */
export const profileFits = (models, dimensions, target) => {
  const wanted = dimensions.map((id) => target[id] ?? 0);
  if (wanted.every((value) => Math.abs(value - wanted[0]) <= EQUAL_WITHIN)) return [];
  const fits = models
    .filter(({scores}) => dimensions.every((id) => scores[id] !== undefined))
    .map(({id, scores}) => {
      const own = dimensions.map((dimension) => scores[dimension]);
      return {id, order: spearman(own, wanted), shape: pearson(own, wanted), centred: centred(own)};
    });
  const down = (a, b) => (b ?? -Infinity) - (a ?? -Infinity) || 0;
  return fits.sort((a, b) => down(a.order, b.order) || down(a.shape, b.shape) || (a.id < b.id ? -1 : 1));
};
