// Puts values into the texts of the page's language.
import {language, texts} from './texts.js';

let rules;

/** Browsers take long to make these rules; pages that count nothing do without. */
const plural = (n) => (rules ??= new Intl.PluralRules(language)).select(n);

/** The text of a key with values put in; a number named n chooses its form. A text that is not there is its key. */
export const translate = (key, values = {}) => {
  const found = texts[key] ?? key;
  const text = typeof found === 'string' ? found : (found[plural(values.n)] ?? found.other);
  return text.replace(/\{([a-zA-Z]+)\}/g, (place, name) => values[name] ?? place);
};

/** Several things in one text. */
export const list = (names) => (names.length === 0 ? '' : names.reduce((all, next) => translate('list', {all, next})));
