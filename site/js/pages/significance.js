// Which models are told apart by their means. The program tested every pair on the same resampled questions (Holm over all
// pairs, 95 %: scores.statistics.Separation), and each row of a table names the places that its own is not told apart from.

/** Whether two rows are told apart; undefined where that is not known. @param row {standing: place from 0, together: runs of places from 1} */
export const toldApart = (one, other) =>
  one.together === null || other.together === null ? undefined : !one.together.some(([first, last = first]) => first <= other.standing + 1 && other.standing + 1 <= last);

/** Every pair of rows once: {one, other, apart, difference in points}; pairs of which one has no mean are left out. */
export const pairsOfMeans = (rows) =>
  rows.flatMap((one, i) =>
    rows
      .slice(i + 1)
      .filter((other) => one.cells.score !== undefined && other.cells.score !== undefined)
      .map((other) => ({one, other, apart: toldApart(one, other), difference: one.cells.score - other.cells.score})),
  );

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
