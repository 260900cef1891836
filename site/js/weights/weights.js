// Weights a visitor gives to the dimensions of one value system, and the score they lead to.

/** Numbers closer than this are one score: two sums of the same figures may differ in their last bit. */
export const EQUAL_WITHIN = 1e-9;

/** The largest weight that can be typed. */
const MAX_WEIGHT = 100;

/** Weight 1 for every dimension: the default of every leaderboard. */
export const equal = (dimensions) => Object.fromEntries(dimensions.map((id) => [id, 1]));

/** The weight that a text says, with at most three decimals; undefined when it is not a number from 0 to MAX_WEIGHT. */
export const parseWeight = (text) => {
  if (!/^\d{1,3}(\.\d{1,20})?$/.test(text)) return undefined;
  const weight = Math.round(Number(text) * 1000) / 1000;
  return weight <= MAX_WEIGHT ? weight : undefined;
};

/**
 * Weights as words: how many times each dimension counts that does not count once, by its name. @param names by id
 * @param format makes one text of a name and a weight
 */
export const namedWeights = (weights, names, format) =>
  Object.entries(weights)
    .filter(([, weight]) => weight !== 1)
    .map(([id, weight]) => format(names.get(id) ?? id, weight));

const sameWeights = (a, b) => Object.keys(a).every((id) => Math.abs(a[id] - b[id]) < EQUAL_WITHIN);

/** The id of the preset that has these weights; null for weights of one's own. */
export const presetOf = (weights, all) => {
  for (const [id, preset] of all) if (sameWeights(weights, preset.weights)) return id;
  return null;
};

/**
 * Alignment of models with weights (Eq. 2), divided by their sum so that it stays on the scale of the scores: sum(w S) / sum(w).
 * A function of weights that gives a list in the order of the rows. Missing when a score with a weight is missing, or when no
 * dimension has a weight. A score of 0 counts; weights of other dimensions belong to other tables.
 *
 * @param rows {scores: {dimension: number}}
 */
export const aligning = (rows, dimensions) => {
  const wide = dimensions.length;
  const figures = new Float64Array(rows.length * wide);
  rows.forEach(({scores}, r) => dimensions.forEach((id, d) => (figures[r * wide + d] = scores[id] ?? NaN)));
  return (weights) => {
    const counted = Object.entries(weights).filter(([id, weight]) => weight !== 0 && dimensions.includes(id));
    const total = counted.reduce((sum, [, weight]) => sum + weight, 0);
    if (total === 0) return rows.map(() => undefined);
    const places = counted.map(([id]) => dimensions.indexOf(id));
    return rows.map((_, r) => {
      let weighted = 0;
      for (let k = 0; k < places.length; k += 1) weighted += counted[k][1] * figures[r * wide + places[k]];
      return Number.isNaN(weighted) ? undefined : weighted / total;
    });
  };
};

/**
 * Weights in proportion to a culture's means, with mean 1. A series that is centred has negative means, which cannot be
 * weights: it is moved so that its least important dimension weighs 0.
 */
export const cultureWeights = (dimensions, means) => {
  const lowest = Math.min(0, ...means);
  const moved = means.map((mean) => mean - lowest);
  const sum = moved.reduce((total, mean) => total + mean, 0);
  return Object.fromEntries(
    dimensions.map((id, i) => [id, sum === 0 ? 1 : Math.round((moved[i] * dimensions.length * 1000) / sum) / 1000]),
  );
};

const chosen = (dimensions, weightOf) => Object.fromEntries(dimensions.map((id) => [id, weightOf(id)]));

/**
 * The named weightings that a page offers, by id, in the order of its data (see docs/page-contract.md). Each has a
 * section ("equal", "group", "profile" or the name of a culture series), a name, weights and, where given, a note.
 */
export const presets = (data) => {
  const dimensions = data.dimensions.map((dimension) => dimension.id);
  const all = new Map([['equal', {section: 'equal', name: '', weights: equal(dimensions)}]]);
  for (const group of data.groups ?? []) {
    const inGroup = (id) => (group.dimensions.includes(id) ? 1 : 0);
    all.set(`group.${group.id}`, {section: data.groupSection ?? 'group', name: group.name, weights: chosen(dimensions, inGroup)});
  }
  for (const {id, name, author, reason, weights} of data.profiles ?? []) {
    const note = [reason, author].filter(Boolean).join(' – ');
    all.set(`profile.${id}`, {section: 'profile', name, note, weights: chosen(dimensions, (d) => weights[d] ?? 0)});
  }
  for (const series of data.series ?? []) {
    for (const {id, name, scores} of series.cultures) {
      let weights;
      all.set(`culture.${id}`, {
        section: series.name,
        name,
        /** Worked out when somebody asks: there are some hundred countries. */
        get weights() {
          return (weights ??= cultureWeights(dimensions, scores));
        },
      });
    }
  }
  return all;
};
