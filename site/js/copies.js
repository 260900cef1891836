// Tables of a view as text to take along.
import {csv, embed, latex, markdown} from './format.js';

/**
 * @param what 'link', 'csv', 'markdown', 'latex' or 'embed'
 * @param tables [{heads, rows}]
 */
export const copied = (what, tables, address, title) => {
  const joined = (write, between) => tables.map(({heads, rows}) => write(heads, rows)).join(between);
  const forms = {
    latex: () => joined((heads, rows) => latex(heads, rows, `${title}. ${address}`), '\n'),
    embed: () => embed(address, title),
    link: () => address,
    csv: () => joined(csv, '\r\n'),
    markdown: () => joined(markdown, '\n'),
  };
  return forms[what]();
};
