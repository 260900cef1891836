// The pool of models to compare, and what is worth saying about them side by side.
import {writePool} from './state.js';

/** The pool with a model added at the end, or taken out when it was in. */
export const toggled = (pool, id) => (pool.includes(id) ? pool.filter((other) => other !== id) : [...pool, id]);

/** The compare page, at its address as the page gives it, for these models. */
export const compareLink = (address, pool) => `${address}${pool.length ? `?m=${writePool(pool)}` : ''}`;

/** The rows of the pool in the order of the table; all of them when the pool is empty. */
export const compared = (rows, pool) => (pool.length ? rows.filter((row) => pool.includes(row.id)) : rows);

/**
 * How far apart the models are in one column: {difference, highest, lowest} with the rows at both ends (several when
 * tied); null when fewer than two of them have a number there.
 */
export const spread = (rows, key) => {
  const having = rows.filter((row) => typeof row.cells[key] === 'number');
  if (having.length < 2) return null;
  const values = having.map((row) => row.cells[key]);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const at = (value) => having.filter((row) => row.cells[key] === value);
  return {difference: high - low, highest: at(high), lowest: at(low)};
};

/** Of several columns, the one in which the models are furthest apart; null when there is none. */
export const widest = (rows, keys) =>
  keys
    .map((key) => ({key, ...spread(rows, key)}))
    .filter((found) => found.difference > 0)
    .reduce((most, found) => (most === null || found.difference > most.difference ? found : most), null);
