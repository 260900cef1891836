// The rows of a leaderboard: which are shown, in what order, with what rank. A row is
// {id, name, developer, country, open, reasoning, place, cells: {column key: number or text, absent when missing}}.
import {EQUAL_WITHIN} from './weights.js';

const collator = new Intl.Collator('en', {numeric: true, sensitivity: 'base'});

/** Numbers before texts; -1, 0 or 1. */
const compare = (a, b) => {
  if (typeof a === 'number' && typeof b === 'number') return Math.sign(a - b);
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1;
  return collator.compare(a, b);
};

/**
 * A new list by the values of one column. Rows without a value come last in either direction, and rows with equal
 * values keep the order in which they were published.
 */
export const sorted = (rows, key, descending) =>
  [...rows].sort((a, b) => {
    const [x, y] = [a.cells[key], b.cells[key]];
    if (x === undefined || y === undefined) return (x === undefined) - (y === undefined) || a.place - b.place;
    return (descending ? compare(y, x) : compare(x, y)) || a.place - b.place;
  });

/**
 * Competition ranks (1, 2, 2, 4) of scores where more is better, compared at full precision rather than as shown. A
 * missing score has no rank (null).
 */
export const ranks = (scores) => {
  const whole = scores.map((score) => (score === undefined ? undefined : Math.round(score / EQUAL_WITHIN)));
  const order = whole.filter((score) => score !== undefined).sort((a, b) => b - a);
  const first = new Map();
  order.forEach((score, i) => {
    if (!first.has(score)) first.set(score, i + 1);
  });
  return whole.map((score) => first.get(score) ?? null);
};

const folded = (text) => text.normalize('NFKD').replace(/\p{Mn}/gu, '').toLowerCase();

const found = (row, query) => {
  const text = folded(`${row.name} ${row.id} ${row.developer}`);
  return folded(query).split(/\s+/).every((word) => text.includes(word));
};

/** Whether every dimension has a score. */
export const complete = (row, dimensions) => dimensions.every((id) => row.cells[`dim:${id}`] !== undefined);

/** Whether a row passes the search and every filter of the state. */
export const passes = (row, state, dimensions) =>
  found(row, state.query) &&
  (!state.developer || row.developer === state.developer) &&
  (!state.country || row.country === state.country) &&
  (!state.open || row.open === state.open) &&
  (!state.reasoning || row.reasoning === state.reasoning) &&
  (!state.complete || complete(row, dimensions));

/** The distinct non-empty values of a field, for a list to choose from. */
export const choices = (rows, field) => [...new Set(rows.map((row) => row[field]).filter(Boolean))].sort(collator.compare);
