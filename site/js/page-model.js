// What a page knows; every value of an address is held against it.
import {FIXED_COLUMNS} from './board/board-state.js';
import {BOARD_FILTERS, choices, offered} from './filters.js';
import {presets} from './weights/weights.js';

/**
 * @param boards the tables of the page
 * @param weights that the page offers, as JSON; undefined where it offers none
 */
export const pageModel = (boards, weights) => {
  const rows = boards.flatMap((board) => board.rows);
  const labels = new Map(boards.flatMap((board) => [...board.labels]));
  const dimensions = [...new Set(boards.flatMap((board) => board.dimensions))];
  const offer = weights ? JSON.parse(weights) : {dimensions: dimensions.map((id) => ({id, name: labels.get(`dim:${id}`)}))};
  const names = new Map(rows.map((row) => [row.id, row.name]));
  let found;
  return {
    offer,
    presets: presets(offer),
    dimensions: offer.dimensions.map((dimension) => dimension.id),
    columns: [...labels.keys()],
    folded: [...new Set(boards.flatMap((board) => board.folded))],
    models: [...names.keys()],
    names,
    /** The columns that can be left out, of all tables. */
    optional: [...labels].filter(([key]) => !FIXED_COLUMNS.includes(key)).map(([key, label]) => ({key, label})),
    /** What there is to choose from, found when an address or a visitor asks. */
    get choices() {
      return (found ??= choices(rows, BOARD_FILTERS));
    },
    get filters() {
      return offered(rows, BOARD_FILTERS, this.choices);
    },
  };
};
