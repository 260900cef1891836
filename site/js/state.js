// What a visitor chose on a page, and the short URL that says it. Nothing is ever guessed: a value that the page does
// not know is left out and named in a notice. The state is
// {preset, weights, sort, query, developer, family, country, open, reasoning, complete, hidden, pool}; preset is null for own weights,
// sort is null for the published order or {key, descending}, open and reasoning are '', 'true' or 'false'.
import {parseWeight, presetOf} from './weights.js';

const FILTERS = {dev: 'developer', family: 'family', country: 'country', open: 'open', reasoning: 'reasoning'};

/** Columns that a table cannot do without. */
export const FIXED = ['rank', 'model', 'score'];

/** Everything as published. A page is {presets, dimensions, columns, models, choices: {developer: [], country: []}}. */
export const initial = (page) => ({
  preset: 'equal',
  weights: {...page.presets.get('equal').weights},
  sort: null,
  query: '',
  developer: '',
  family: '',
  country: '',
  open: '',
  reasoning: '',
  complete: false,
  hidden: [],
  pool: [],
});

const decode = (text) => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
};

/** Colons stay as they are, for a URL that people can read; half of a surrogate pair cannot be encoded. */
const encode = (text) =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD')).replaceAll('%3A', ':').replaceAll('%20', '+');

/** Pairs of a query string with the value still encoded, because a comma inside a model id differs from one between two. */
const pairs = (search) =>
  search
    .replace(/^\?/, '')
    .split('&')
    .filter(Boolean)
    .map((pair) => {
      const end = pair.indexOf('=');
      return end < 0 ? [decode(pair), ''] : [decode(pair.slice(0, end)), pair.slice(end + 1)];
    });

const readPool = (raw, page, unknown) => {
  const isModel = (id) => page.models.includes(id);
  // A program that passed the link on may have encoded the commas between models too.
  const listed = raw.split(',').map(decode).flatMap((id) => (isModel(id) ? [id] : id.split(',')));
  const named = [...new Set(listed.filter(Boolean))];
  named.filter((id) => !isModel(id)).forEach((id) => unknown('model', id));
  return named.filter(isModel);
};

const readSort = (value, page, unknown) => {
  const descending = value.startsWith('-');
  const key = descending ? value.slice(1) : value;
  if (page.columns.includes(key)) return {key, descending};
  unknown('column', key);
  return null;
};

/** Column keys have no comma; those that name a model and its rank stay. */
const readHidden = (raw, page, unknown) => {
  const named = [...new Set(decode(raw).split(',').filter(Boolean))];
  const canHide = (key) => page.columns.includes(key) && !FIXED.includes(key);
  named.filter((key) => !canHide(key)).forEach((key) => unknown('hidden', key));
  return page.columns.filter((key) => named.includes(key) && canHide(key));
};

const readFilter = (field, value, page, unknown) => {
  const allowed = page.choices[field] ?? ['true', 'false'];
  if (allowed.includes(value)) return value;
  unknown(field, value);
  return '';
};

const readPreset = (state, value, page, unknown) => {
  const preset = page.presets.get(value);
  if (!preset) return unknown('weights', value);
  state.preset = value;
  state.weights = {...preset.weights};
};

/** "w" is the weight of all, "w.power" that of one dimension. */
const readWeight = (state, name, value, page, unknown) => {
  const weight = parseWeight(value);
  const ids = name === 'w' ? page.dimensions : [name.slice(2)];
  if (!ids.every((id) => page.dimensions.includes(id))) return unknown('dimension', ids[0]);
  if (weight === undefined) return unknown('weight', value);
  state.preset = null;
  ids.forEach((id) => (state.weights[id] = weight));
};

/** Reads a query string: {state, unknown: [{kind, value}]}, with every value that the page does not know. */
export const read = (search, page) => {
  const state = initial(page);
  const unknown = [];
  const report = (kind, value) => void unknown.push({kind, value});
  for (const [name, raw] of pairs(search)) {
    const value = decode(raw);
    if (name === 'm') state.pool = readPool(raw, page, report);
    else if (name === 'q') state.query = value.trim();
    else if (name === 'hide') state.hidden = readHidden(raw, page, report);
    else if (name === 'complete') state.complete = value === '1';
    else if (name === 'sort') state.sort = readSort(value, page, report);
    else if (name === 'weights') readPreset(state, value, page, report);
    else if (name === 'w' || name.startsWith('w.')) readWeight(state, name, value, page, report);
    else if (Object.hasOwn(FILTERS, name)) state[FILTERS[name]] = readFilter(FILTERS[name], value, page, report);
  }
  if (state.preset === null) state.preset = presetOf(state.weights, page.presets);
  return {state, unknown};
};

/** Own weights as the weight that most dimensions have, and those that differ from it. */
const writeWeights = (weights, dimensions) => {
  const count = new Map([[1, 0]]);
  dimensions.forEach((id) => count.set(weights[id], (count.get(weights[id]) ?? 0) + 1));
  const [usual] = [...count].reduce((most, entry) => (entry[1] > most[1] ? entry : most));
  const differing = dimensions.filter((id) => weights[id] !== usual).map((id) => `w.${encode(id)}=${weights[id]}`);
  return usual === 1 && differing.length > 0 ? differing : [`w=${usual}`, ...differing];
};

/** The models of a pool as the value of "m". */
export const writePool = (pool) => pool.map(encode).join(',');

/** The query string of a state, empty when everything is as published; read(write(state)) is the state again. */
export const write = (state, page) => {
  const parts = [];
  if (state.preset === null) parts.push(...writeWeights(state.weights, page.dimensions));
  else if (state.preset !== 'equal') parts.push(`weights=${encode(state.preset)}`);
  if (state.sort) parts.push(`sort=${state.sort.descending ? '-' : ''}${encode(state.sort.key)}`);
  if (state.query) parts.push(`q=${encode(state.query)}`);
  for (const [name, field] of Object.entries(FILTERS)) if (state[field]) parts.push(`${name}=${encode(state[field])}`);
  if (state.hidden.length) parts.push(`hide=${state.hidden.map(encode).join(',')}`);
  if (state.complete) parts.push('complete=1');
  if (state.pool.length) parts.push(`m=${writePool(state.pool)}`);
  return parts.length ? `?${parts.join('&')}` : '';
};
