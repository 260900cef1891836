// How far apart the models of the compare page are.

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
