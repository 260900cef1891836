// Under a figure: its source, the figure as a picture, as the table behind it or as code for another page, and how to cite it.
import {csv} from '../table-formats.js';
import {standalone} from './picture.js';

const textOf = (element) => element.textContent.trim().replace(/\s+/g, ' ');

const cellOf = (cell) => {
  const text = cell.dataset.value ?? textOf(cell);
  return text !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
};

/** What a head or the name of a row says without the buttons and explanations beside it. */
const nameOf = (head) => head.querySelector('a') ?? head.querySelector('button.sort') ?? head;

/** The table as CSV, with its figures at full precision where the page has them. */
const tableCsv = (table) => {
  const heads = [...table.tHead.rows].at(-1).cells;
  const rows = [...table.tBodies[0].rows].filter((row) => !row.hidden);
  return csv([...heads].map((head) => textOf(nameOf(head))), rows.map((row) => [...row.cells].map((cell) => cellOf(cell.tagName === 'TH' ? nameOf(cell) : cell))));
};

const escaped = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

const slugOf = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '').slice(0, 60) || 'figure';

/**
 * @param figure with an svg, which may be drawn anew at any time
 * @param tools {make, draw, first(selector), title(), canCopy(), copy(text)} and what picture-port.js has
 * @param words {source, take, embed, cite, copied}
 */
export const addFigureTools = (figure, tools, words) => {
  const {make} = tools;
  figure.querySelector('.figure-tools')?.remove();
  const section = figure.closest('section') ?? figure.parentElement;
  const table = section.querySelector('details table, table') ?? tools.first('table.board');
  const frozen = tools.first('.sections a[href$="data/index.html"]');
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
  const copying = (label, text) => {
    const copy = button(label, async () => {
      await tools.copy(text());
      copy.textContent = words.copied;
    });
    return copy;
  };
  const address = () => escaped(tools.address());
  const embedded = () => `<figure>${tools.written(picture().svg)}<figcaption><a href="${address()}">${escaped(tools.title())}</a></figcaption></figure>`;
  figure.append(
    make(
      'p',
      {class: 'figure-tools'},
      ...(frozen ? [make('a', {href: frozen.href}, words.source)] : []),
      make('span', {class: 'quiet'}, words.take),
      as('SVG', svg),
      as('PNG', png),
      ...(table ? [as('CSV', () => tools.saveText(`${name()}.csv`, 'text/csv', tableCsv(table)))] : []),
      ...(tools.canCopy() ? [copying(words.embed, embedded), copying(words.cite, source)] : []),
    ),
  );
};
