// Numbers and tables as text.
import {language} from './texts.js';

/** A score as the pages show it, with one decimal. */
export const score = (value) => (value === undefined ? '–' : value.toFixed(1));

/** Points above or below something, with their sign and one decimal. */
export const signed = (value) => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`;

/** The change of a rank: {text, places} with places above 0 for a better rank; null when there is nothing to show. */
export const rankChange = (before, after) => {
  if (before === null || after === null || before === after) return null;
  return {places: before - after, text: `${after < before ? '▲' : '▼'}${Math.abs(before - after)}`};
};

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
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : score(value);
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
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : score(value);
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

let regions;

/** A country's name in the language of the page from its ISO 3166-1 code; the code itself when there is no such country. */
export const country = (code) => {
  try {
    return (regions ??= new Intl.DisplayNames([language], {type: 'region'})).of(code);
  } catch {
    return code;
  }
};

/** Text of others for a message: direction overrides and control characters made visible, not longer than 80 characters. */
export const visible = (text) => {
  const shown = [...text].slice(0, 80).map((c) =>
    /[\p{Cc}\p{Cf}\p{Cs}]/u.test(c) ? `[U+${c.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}]` : c,
  );
  return shown.join('') + ([...text].length > 80 ? '…' : '');
};
