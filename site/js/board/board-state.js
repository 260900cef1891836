// The state of a leaderboard: {preset, weights, sort, query, hidden, pool} and one entry for each of its filters. preset is null
// for own weights, sort is null for the published order or {key, descending}.
import {BOARD_FILTERS} from '../filters.js';
import {codec, decode, encode, filterField, poolField, queryField} from '../state.js';
import {parseWeight, presetOf} from '../weights/weights.js';

/** Columns that a table cannot do without. */
export const FIXED_COLUMNS = ['rank', 'model', 'score'];

const readPreset = (state, value, {page, unknown}) => {
  const preset = page.presets.get(value);
  if (!preset) return unknown('weights', value);
  state.preset = value;
  state.weights = {...preset.weights};
};

/** "w" is the weight of all, "w.power" that of one dimension. */
const readWeight = (state, value, {key, page, unknown}) => {
  const weight = parseWeight(value);
  const ids = key === 'w' ? page.dimensions : [key.slice(2)];
  if (!ids.every((id) => page.dimensions.includes(id))) return unknown('dimension', ids[0]);
  if (weight === undefined) return unknown('weight', value);
  state.preset = null;
  ids.forEach((id) => (state.weights[id] = weight));
};

/** Own weights as the weight that most dimensions have, and those that differ from it. */
const writeWeights = (weights, dimensions) => {
  const count = new Map([[1, 0]]);
  dimensions.forEach((id) => count.set(weights[id], (count.get(weights[id]) ?? 0) + 1));
  const [usual] = [...count].reduce((most, entry) => (entry[1] > most[1] ? entry : most));
  const differing = dimensions.filter((id) => weights[id] !== usual).map((id) => `w.${encode(id)}=${weights[id]}`);
  return usual === 1 && differing.length > 0 ? differing : [`w=${usual}`, ...differing];
};

const weightsField = {
  owns: (key) => key === 'weights' || key === 'w' || key.startsWith('w.'),
  initial: (page) => ({preset: 'equal', weights: {...page.presets.get('equal').weights}}),
  read(state, raw, context) {
    const read = context.key === 'weights' ? readPreset : readWeight;
    read(state, decode(raw), context);
  },
  finish(state, page) {
    if (state.preset === null) state.preset = presetOf(state.weights, page.presets);
  },
  write({preset, weights}, page) {
    if (preset === null) return writeWeights(weights, page.dimensions);
    return preset === 'equal' ? [] : [`weights=${encode(preset)}`];
  },
};

const sortField = {
  owns: (key) => key === 'sort',
  initial: () => ({sort: null}),
  read(state, raw, {page, unknown}) {
    const value = decode(raw);
    const descending = value.startsWith('-');
    const key = descending ? value.slice(1) : value;
    const known = page.columns.includes(key);
    state.sort = known ? {key, descending} : null;
    if (!known) unknown('column', key);
  },
  write: ({sort}) => (sort ? [`sort=${sort.descending ? '-' : ''}${encode(sort.key)}`] : []),
};

/** Column keys have no comma. Some columns are left out unless somebody asks for them. */
const hiddenField = {
  owns: (key) => key === 'hide' || key === 'show',
  initial: ({folded = []}) => ({hidden: [...folded]}),
  read(state, raw, {key, page, unknown}) {
    const named = [...new Set(decode(raw).split(',').filter(Boolean))];
    const canHide = (column) => page.columns.includes(column) && !FIXED_COLUMNS.includes(column);
    named.filter((column) => !canHide(column)).forEach((column) => unknown('hidden', column));
    const isHidden = (column) => (named.includes(column) && canHide(column) ? key === 'hide' : state.hidden.includes(column));
    state.hidden = page.columns.filter(isHidden);
  },
  write({hidden}, {folded = []}) {
    const part = (key, columns) => (columns.length > 0 ? [`${key}=${columns.map(encode).join(',')}`] : []);
    return [
      ...part('hide', hidden.filter((column) => !folded.includes(column))),
      ...part('show', folded.filter((column) => !hidden.includes(column))),
    ];
  },
};

/** The part of a query string that takes weights to a page with the same dimensions among others: each that is not 1. */
export const weightsQuery = (weights) =>
  Object.entries(weights)
    .filter(([, weight]) => weight !== 1)
    .map(([id, weight]) => `w.${encode(id.slice(id.indexOf('/') + 1))}=${weight}`);

/** A page is {presets, dimensions, columns, folded: columns that are left out at first, models, choices: {filter: [values]}}. */
export const boardCodec = codec([
  weightsField,
  sortField,
  queryField,
  ...BOARD_FILTERS.map(filterField),
  hiddenField,
  poolField,
]);
