// Under a figure: take it along as a picture or as the table behind it, and cite it.
import {csv} from '../table-formats.js';
import {standalone} from './picture.js';

const textOf = (element) => element.textContent.trim().replace(/\s+/g, ' ');

const cellOf = (cell) => {
  const text = cell.dataset.value ?? textOf(cell);
  return text !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
};

/** The table as CSV, with its figures at full precision where the page has them. */
const tableCsv = (table) => csv([...table.tHead.rows[0].cells].map(textOf), [...table.tBodies[0].rows].filter((row) => !row.hidden).map((row) => [...row.cells].map(cellOf)));

const slugOf = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '').slice(0, 60) || 'figure';

/**
 * @param figure with an svg, which may be drawn anew at any time
 * @param tools {make, draw, title(), canCopy(), copy(text)} and what picture-port.js has
 * @param words {take, cite, copied}
 */
export const addFigureTools = (figure, tools, words) => {
  const {make} = tools;
  const section = figure.closest('section') ?? figure.parentElement;
  const table = section.querySelector('details table, table');
  const drawn = () => figure.querySelector('svg[role=img], svg[role=group]');
  const name = () => slugOf(drawn().getAttribute('aria-label') ?? textOf(section.querySelector('h2, h3') ?? figure));
  const source = () => `${tools.title()}. ${tools.address()}`;
  const picture = () =>
    standalone(
      drawn(),
      [...figure.querySelectorAll('.legend li')].map((one) => ({svg: one.querySelector('svg'), name: textOf(one)})),
      [textOf(figure.querySelector('figcaption') ?? make('span', {})), source()],
      {draw: tools.draw, style: tools.style, paper: tools.paper(), ink: tools.style(figure).color},
    );
  const button = (label, click, more = {}) => make('button', {type: 'button', class: 'copy', click, ...more}, label);
  const as = (format, click) => button(format, click, {translate: 'no'});
  const svg = () => tools.saveSvg(`${name()}.svg`, picture().svg);
  const png = () => {
    const made = picture();
    return tools.savePng(`${name()}.png`, made.svg, made.size, 2);
  };
  const cite = button(words.cite, async () => {
    await tools.copy(source());
    cite.textContent = words.copied;
  });
  figure.append(
    make(
      'p',
      {class: 'figure-tools'},
      make('span', {class: 'quiet'}, words.take),
      ' ',
      as('SVG', svg),
      as('PNG', png),
      ...(table ? [as('CSV', () => tools.saveText(`${name()}.csv`, 'text/csv', tableCsv(table)))] : []),
      ...(tools.canCopy() ? [cite] : []),
    ),
  );
};
