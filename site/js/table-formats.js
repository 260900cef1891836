// Tables of a view as text to take along.
import {score} from './format.js';

const figure = (value) => (Number.isInteger(value) ? String(value) : score(value));

/**
 * One cell of CSV (RFC 4180). Text that a spreadsheet would take for a formula gets a leading apostrophe (CWE-1236);
 * numbers stay numbers, negative ones too.
 */
export const csvCell = (value) => {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number') return String(value);
  const inert = /^[=+\-@\t\r\0]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
};

/** A table as CSV: the heads, then rows of cells. */
export const csv = (heads, rows) => [heads, ...rows].map((row) => row.map(csvCell).join(',') + '\r\n').join('');

const markdownCell = (value) => {
  if (value === undefined || value === null) return '–';
  if (typeof value === 'number') return figure(value);
  return value.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|&#!~]/g, '\\$&');
};

/** A table in GitHub's Markdown; numeric columns are aligned right, and no text can become markup. */
export const markdown = (heads, rows) => {
  const line = (cells) => `| ${cells.join(' | ')} |\n`;
  const numeric = heads.map((_, i) => rows.some((row) => typeof row[i] === 'number'));
  return (
    line(heads.map(markdownCell)) +
    line(numeric.map((right) => (right ? '---:' : '---'))) +
    rows.map((row) => line(row.map(markdownCell))).join('')
  );
};

const LATEX = {'\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}', '–': '--', '’': "'"};

const latexCell = (value) => {
  if (value === undefined || value === null) return '--';
  if (typeof value === 'number') return figure(value);
  return value.replace(/\s+/g, ' ').replace(/[\\~^–’#$%&_{}]/g, (c) => LATEX[c] ?? `\\${c}`);
};

/** A table in LaTeX with booktabs; no text can become a command. @param caption names what it shows and where */
export const latex = (heads, rows, caption) => {
  const line = (cells) => `${cells.map(latexCell).join(' & ')} \\\\\n`;
  const columns = heads.map((_, i) => (rows.some((row) => typeof row[i] === 'number') ? 'r' : 'l')).join('');
  return (
    `\\begin{table}\n\\caption{${latexCell(caption)}}\n\\begin{tabular}{${columns}}\n\\toprule\n${line(heads)}\\midrule\n` +
    `${rows.map(line).join('')}\\bottomrule\n\\end{tabular}\n\\end{table}\n`
  );
};

/** HTML that shows a view in another page. */
export const embed = (address, title) => {
  const quoted = (text) => text.replace(/[&"<>]/g, (c) => `&#${c.charCodeAt(0)};`);
  return `<iframe src="${quoted(address)}" title="${quoted(title)}" width="100%" height="640" loading="lazy"></iframe>`;
};

/**
 * @param format 'link', 'csv', 'markdown', 'latex' or 'embed'
 * @param tables [{period, system, heads, rows}]; in CSV every row says its period and system
 */
export const formatted = (format, tables, address, title) => {
  const joined = (write, between) => tables.map(({heads, rows}) => write(heads, rows)).join(between);
  const forms = {
    latex: () => joined((heads, rows) => latex(heads, rows, `${title}. ${address}`), '\n'),
    embed: () => embed(address, title),
    link: () => address,
    csv: () =>
      tables
        .map(({period, system, heads, rows}) => csv(['period', 'system', ...heads], rows.map((row) => [period, system, ...row])))
        .join('\r\n'),
    markdown: () => `${joined(markdown, '\n')}\n${markdownCell(title)}. <${address}>\n`,
  };
  return forms[format]();
};
