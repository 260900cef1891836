// Search, filters, columns, how many models are shown, and copying the view as a link or a table.
import {country} from './format.js';
import {words} from './words.js';

export class ToolsPanel {
  #make;
  #fields = {};
  #boxes = new Map();
  #count;
  #said;
  #text;

  /**
   * @param change told a part of a state and the name of the field that is still being typed in, or null
   * @param copy told what to copy ('link', 'csv', 'markdown', 'latex', 'embed')
   */
  constructor(root, make, {page, change, settle, copy, reset}) {
    this.#make = make;
    const find = make('input', {
      ...{type: 'search', autocomplete: 'off'},
      input: () => change({query: find.value.trim()}, 'query'),
      change: settle,
    });
    const complete = make('input', {
      ...{type: 'checkbox', autocomplete: 'off'},
      change: () => change({complete: complete.checked}, null),
    });
    Object.assign(this.#fields, {query: find, complete});
    this.#count = make('output', {class: 'count'});
    this.#said = make('p', {class: 'said', role: 'status'});
    this.#text = make('textarea', {readonly: true, rows: 3, hidden: true, 'aria-label': words.notCopied});
    const button = (label, click) => make('button', {type: 'button', click}, label);
    root.append(
      make('div', {class: 'filters', role: 'search'}, make('label', {}, words.find, ' ', find)),
      make(
        'div',
        {class: 'actions'},
        this.#count,
        button(words.copyLink, () => copy('link')),
        button(words.copyCsv, () => copy('csv')),
        button(words.copyMarkdown, () => copy('markdown')),
        button(words.copyLatex, () => copy('latex')),
        button(words.copyEmbed, () => copy('embed')),
        button(words.reset, reset),
      ),
      this.#said,
      this.#text,
    );
    const flags = (named) => ['true', 'false'].map((value) => [value, named[value]]);
    root.firstChild.append(
      ...this.#select('developer', page.choices.developer.map((value) => [value, value]), change),
      ...this.#select('family', page.choices.family.map((value) => [value, value]), change),
      ...this.#select('country', page.choices.country.map((value) => [value, country(value)]), change),
      ...this.#select('open', flags(words.openChoices), change),
      ...this.#select('reasoning', flags(words.reasoningChoices), change),
      make('label', {}, complete, ' ', words.complete),
    );
    if (page.optional.length) root.insertBefore(this.#columns(page.optional, change), this.#said);
    root.hidden = false;
  }

  /** @param shown how many rows are shown of how many */
  show(state, shown, all) {
    for (const [name, field] of Object.entries(this.#fields)) {
      if (field.type === 'checkbox') field.checked = state[name];
      else if (field.value.trim() !== state[name]) field.value = state[name];
    }
    for (const [key, box] of this.#boxes) box.checked = !state.hidden.includes(key);
    this.#count.textContent = words.count(shown, all);
  }

  /** Says something to those who see and those who hear. */
  say(text) {
    this.#said.textContent = text;
    this.#text.hidden = true;
  }

  /** Shows a text that could not be copied, selected so that a key press copies it. */
  offer(text) {
    this.say(words.notCopied);
    this.#text.value = text;
    this.#text.hidden = false;
    this.#text.focus();
    this.#text.select();
  }

  /** A switch for each column that can be left out; @param optional {key, label}, in the order of the table */
  #columns(optional, change) {
    const make = this.#make;
    const flip = () => change({hidden: optional.map(({key}) => key).filter((key) => !this.#boxes.get(key).checked)}, null);
    const items = optional.map(({key, label}) => {
      const box = make('input', {type: 'checkbox', autocomplete: 'off', change: flip});
      this.#boxes.set(key, box);
      return make('li', {}, make('label', {}, box, ' ', label));
    });
    return make('details', {class: 'columns'}, make('summary', {}, words.columns), make('ul', {class: 'column-list'}, ...items));
  }

  /** A list to choose one value from; nothing when there is nothing to choose. */
  #select(name, choices, change) {
    if (choices.length < 2) return [];
    const options = [['', words.any], ...choices].map(([value, label]) => this.#make('option', {value}, label));
    const select = this.#make('select', {autocomplete: 'off', change: () => change({[name]: select.value}, null)}, ...options);
    this.#fields[name] = select;
    return [this.#make('label', {}, words[name], ' ', select)];
  }
}
