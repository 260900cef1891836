// What a visitor chose on a page, and the short query string that says it: one codec for every page, made of fields. Nothing is
// ever guessed: a value that the page does not know is left out and named in a notice.
//
// A field is {owns(key), initial(page), read(state, raw, context), write(state, page)}: the keys of the address that are its
// own; its part of a state as published; what an encoded value of the address changes in a state, with {key, page, unknown};
// and the parts of a query string, none where everything is as published.

export const decode = (text) => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
};

/** Colons stay as they are, for an address that people can read; half of a surrogate pair cannot be encoded. */
export const encode = (text) =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD')).replaceAll('%3A', ':').replaceAll('%20', '+');

/** {key, raw, pair} of a query string, with the value still encoded: a comma inside a model's id differs from one between two. */
const pairsOf = (search) =>
  search
    .replace(/^\?/, '')
    .split('&')
    .filter(Boolean)
    .map((pair) => {
      const end = pair.indexOf('=');
      return end < 0 ? {key: decode(pair), raw: '', pair} : {key: decode(pair.slice(0, end)), raw: pair.slice(end + 1), pair};
    });

const asQuery = (parts) => (parts.length > 0 ? `?${parts.join('&')}` : '');

/** @param fields in the order of the address */
export const codec = (fields) => {
  const fieldOf = (key) => fields.find((field) => field.owns(key));
  const initial = (page) => Object.assign({}, ...fields.map((field) => field.initial(page)));
  return {
    /** The state of a page as published. */
    initial,
    /** Reads a query string: {state, unknown: [{kind, value}]}, with every value that the page does not know. */
    read(search, page) {
      const state = initial(page);
      const found = [];
      const unknown = (kind, value) => void found.push({kind, value});
      for (const {key, raw} of pairsOf(search)) fieldOf(key)?.read(state, raw, {key, page, unknown});
      for (const field of fields) field.finish?.(state, page);
      return {state, unknown: found};
    },
    /** The query string of a state, empty when everything is as published; read(write(state)) is the state again. */
    write: (state, page) => asQuery(fields.flatMap((field) => field.write(state, page))),
    /** A query string of this codec in one that others wrote to as well: what is theirs stays. */
    mergeInto(search, own) {
      const others = pairsOf(search).filter(({key}) => !fieldOf(key));
      return asQuery([...others, ...pairsOf(own)].map(({pair}) => pair));
    },
  };
};

/** What is sought. */
export const queryField = {
  owns: (key) => key === 'q',
  initial: () => ({query: ''}),
  read: (state, raw) => (state.query = decode(raw).trim()),
  write: ({query}) => (query ? [`q=${encode(query)}`] : []),
};

/** One of several values, or none. @param field {key, name, values}; without values they are the choices of the page */
export const choiceField = ({key: own, name, values}) => ({
  owns: (key) => key === own,
  initial: () => ({[name]: ''}),
  read(state, raw, {page, unknown}) {
    const value = decode(raw);
    const known = value === '' || (values ?? page.choices[name] ?? []).includes(value);
    state[name] = known ? value : '';
    if (!known) unknown(name, value);
  },
  write: (state) => (state[name] ? [`${own}=${encode(state[name])}`] : []),
});

/** On or off. */
export const flagField = ({key: own, name}) => ({
  owns: (key) => key === own,
  initial: () => ({[name]: false}),
  read: (state, raw) => (state[name] = raw === '1'),
  write: (state) => (state[name] ? [`${own}=1`] : []),
});

/** The field of a filter (filters.js). */
export const filterField = (filter) => (filter.kind === 'flag' ? flagField(filter) : choiceField(filter));

/** The models of a pool as the value of "m". */
export const writePool = (pool) => pool.map(encode).join(',');

/** Models that were picked, in that order. */
export const poolField = {
  owns: (key) => key === 'm',
  initial: () => ({pool: []}),
  read(state, raw, {page, unknown}) {
    const isModel = (id) => page.models.includes(id);
    // A program that passed the link on may have encoded the commas between models too.
    const named = raw.split(',').map(decode).flatMap((id) => (isModel(id) ? [id] : id.split(',')));
    const ids = [...new Set(named.filter(Boolean))];
    ids.filter((id) => !isModel(id)).forEach((id) => unknown('model', id));
    state.pool = ids.filter(isModel);
  },
  write: ({pool}) => (pool.length > 0 ? [`m=${writePool(pool)}`] : []),
};
