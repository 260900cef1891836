// Reads the published numbers off a page.

/** What stands in a cell or its link, without the small print that some cells have below their figure. */
const ownText = (cell) =>
  [...cell.childNodes]
    .filter((node) => node.nodeType === 3 || node.nodeName === 'A')
    .map((node) => node.textContent)
    .join('')
    .trim();

/** A table of several systems names a value system/dimension. */
const placeOf = (table, key) => {
  const [, system, dimension] = /^dim:([^/]+)\/(.+)$/.exec(key) ?? [];
  return system === undefined ? {system: table.dataset.system, key} : {system, key: `dim:${dimension}`};
};

const cellOf = (table, model, cell) => {
  const {value} = cell.dataset;
  // A mean stands beside its bar, and a score may be a link to the answers behind it.
  const figure = cell.querySelector('.figure, a');
  return {
    ...placeOf(table, cell.dataset.key),
    measure: table.dataset.measure ?? 'conformity',
    model,
    value: value === undefined || value === '' ? null : Number(value),
    text: figure ? figure.textContent.trim() : ownText(cell),
  };
};

const checkable = (key, published) => key.startsWith('dim:') || (published && (key === 'score' || key === 'rank'));

/** Whether means and ranks of a table are over one system; those over several are no figures of a snapshot. */
const ofOneSystem = (table) => table.querySelector('[data-key^="dim:"][data-key*="/"]') === null;

const BOARDS = 'table.board[data-system]';
const LINES = 'table.lines[data-system]';

/**
 * Every number below an element that a snapshot has.
 *
 * @param slug of the model that the page is about; undefined on other pages
 * @param published whether means and ranks are those of the page itself, not of the visitor's weights
 */
export const shownCells = (root, slug, published) => {
  const cells = [];
  for (const table of root.querySelectorAll(BOARDS)) {
    const means = published && ofOneSystem(table);
    for (const row of table.querySelectorAll('tbody tr[data-model]')) {
      for (const cell of row.querySelectorAll('[data-key]')) {
        if (checkable(cell.dataset.key, means)) cells.push(cellOf(table, row.dataset.model, cell));
      }
    }
  }
  if (slug !== undefined) {
    for (const table of root.querySelectorAll(LINES)) {
      for (const cell of table.querySelectorAll('[data-key^="dim:"]')) cells.push(cellOf(table, slug, cell));
    }
  }
  return cells;
};
