// The rows of a leaderboard: which are shown, in what order, with what rank. A row is
// {id, name, place, scores: {dimension: number}, cells: {column key: number or text}} and what filters.js wants; what is
// missing is absent from scores and cells.
import {BOARD_FILTERS, compareTexts, passing} from './filters.js';
import {EQUAL_WITHIN} from './weights/weights.js';

/** Numbers before texts; -1, 0 or 1. */
const compare = (a, b) => {
  if (typeof a === 'number' && typeof b === 'number') return Math.sign(a - b);
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1;
  return compareTexts(a, b);
};

/**
 * A new list by the values of one column. Rows without a value come last in either direction, and rows with equal
 * values keep the order in which they were published.
 */
export const sorted = (rows, key, descending, valueOf = (row) => row.cells[key]) =>
  [...rows].sort((a, b) => {
    const x = valueOf(a);
    const y = valueOf(b);
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

/** A row in an arrangement; as published, its figures are read when somebody asks. */
class Entry {
  #own;

  /** @param own {score, rank} under weights of the visitor's; undefined as published */
  constructor(row, shown, own) {
    this.row = row;
    this.place = row.place;
    this.shown = shown;
    this.#own = own;
  }

  get score() {
    return this.#own ? this.#own.score : this.row.cells.score;
  }

  get rank() {
    return this.#own ? this.#own.rank : this.publishedRank;
  }

  get publishedRank() {
    return this.row.cells.rank ?? null;
  }

  get cells() {
    return {...this.row.cells, score: this.score, rank: this.rank ?? undefined};
  }
}

/** The shown entries of the best ranks, at most so many, whatever the rows are sorted by. */
export const first = (entries, most) =>
  entries.filter((entry) => entry.shown && entry.rank !== null).sort((a, b) => a.rank - b.rank || a.place - b.place).slice(0, most);

/** Whether a state puts the rows into the order of their means: by weights of the visitor's, or by a press. */
export const isOrdered = ({sort}, asPublished) => !asPublished || sort?.key === 'score' || sort?.key === 'rank';

/**
 * A leaderboard under a state: every row in its order with {row, shown, score, rank, publishedRank}; rank is among all models,
 * shown or not, and publishedRank the published one.
 *
 * @param rows in the published order
 * @param asPublished whether all weights are equal, so that score and rank are the published ones
 * @param align gives the scores of the rows under weights
 */
export const arranged = (rows, state, asPublished, align) => {
  const scores = asPublished ? [] : align(state.weights);
  const rank = ranks(scores);
  const own = (i) => (asPublished ? undefined : {score: scores[i], rank: rank[i]});
  const passes = passing(state, BOARD_FILTERS);
  const entries = rows.map((row, i) => new Entry(row, passes(row), own(i)));
  if (asPublished && state.sort === null) return entries;
  const {key, descending} = state.sort ?? {key: 'score', descending: true};
  const valueOf = {score: (entry) => entry.score, rank: (entry) => entry.rank ?? undefined};
  return sorted(entries, key, descending, valueOf[key] ?? ((entry) => entry.row.cells[key]));
};
