// Numbers and texts as the pages show them.
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

let regions;

/** A country's name in the language of the page from its ISO 3166-1 code; the code itself when there is no such country. */
export const country = (code) => {
  try {
    return (regions ??= new Intl.DisplayNames([language], {type: 'region'})).of(code);
  } catch {
    return code;
  }
};

/**
 * Makes what nobody could see visible: control characters, direction overrides, lone surrogates. Lines stay lines, and what
 * joins letters stays.
 */
export const visible = (text) =>
  text.replace(/\r\n?/g, '\n').replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, (c) =>
    /[\n\t\u200c\u200d]/.test(c) ? c : `⟦U+${c.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}⟧`,
  );

/** Text of others for a message: all of it visible, not longer than 80 characters. */
export const quotable = (text) => visible([...text].slice(0, 80).join('')) + ([...text].length > 80 ? '…' : '');
