// What a page knows; every value of a URL is held against it.
import {choices} from './rows.js';
import {FIXED} from './state.js';
import {presets} from './weights.js';

const FIELDS = ['developer', 'family', 'country'];

/**
 * @param boards the tables of the page
 * @param offered the weights that it offers, as JSON; undefined where it offers none
 */
export const known = (boards, offered) => {
  const rows = boards.flatMap((board) => board.rows);
  const labels = new Map(boards.flatMap((board) => [...board.labels]));
  const dimensions = [...new Set(boards.flatMap((board) => board.dimensions))];
  const offer = offered ? JSON.parse(offered) : {dimensions: dimensions.map((id) => ({id, name: id}))};
  const names = new Map(rows.map((row) => [row.id, row.name]));
  let offeredChoices;
  return {
    offer,
    presets: presets(offer),
    dimensions: offer.dimensions.map((dimension) => dimension.id),
    columns: [...labels.keys()],
    models: [...names.keys()],
    names,
    /** The columns that can be left out, of all tables. */
    optional: [...labels].filter(([key]) => !FIXED.includes(key)).map(([key, label]) => ({key, label})),
    get choices() {
      return (offeredChoices ??= Object.fromEntries(FIELDS.map((field) => [field, choices(rows, field)])));
    },
  };
};
