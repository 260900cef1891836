// Search, filters, columns, how many models are shown, and copying the view as a link or a table.
import {FilterControls} from './filter-controls.js';
import {BOARD_FILTERS} from './filters.js';
import {words} from './words.js';

export class ToolsPanel {
  #make;
  #search;
  #filters;
  #boxes = new Map();
  #count;
  #status;
  #text;
  #reset;
  #notes = new Map();
  #root;
  #folded;
  #state;

  /**
   * @param page {filters, choices, optional: the columns that can be left out} (page-model.js)
   * @param change told a part of a state and the name of the field that is still being typed in, or null
   * @param copy told what to copy ('link', 'csv', 'markdown', 'latex', 'embed')
   */
  constructor(root, make, {page, change, settle, copy, reset}) {
    this.#make = make;
    this.#root = root;
    this.#folded = page.folded;
    this.#search = make('input', {
      ...{type: 'search', autocomplete: 'off', placeholder: words.find},
      input: () => change({query: this.#search.value.trim()}, 'query'),
      change: settle,
    });
    this.#count = make('output', {class: 'count'});
    this.#status = make('p', {class: 'said', role: 'status'});
    this.#text = make('textarea', {readonly: true, rows: 3, hidden: true, 'aria-label': words.notCopied});
    this.#reset = make('button', {type: 'button', hidden: true, click: reset}, words.reset);
    root.append(
      this.#fold('filters', words.filters, () => this.#makeFilters(page, change)),
      ...(page.optional.length ? [this.#fold('columns', words.columns, () => this.#columns(page.optional, change))] : []),
      this.#fold('copying', words.copy, () => this.#copying(copy)),
      make('div', {class: 'find', role: 'search'}, make('label', {}, make('span', {class: 'unseen'}, words.find), ' ', this.#search)),
      make('div', {class: 'told'}, this.#count, this.#reset, this.#status),
      this.#text,
    );
    root.hidden = false;
  }

  /** @param shown how many rows are shown of how many; @param asPublished whether there is nothing to reset */
  show(state, shown, all, asPublished) {
    this.#state = state;
    this.#set();
    this.#note('filters', words.filtersOn(BOARD_FILTERS.filter(({name}) => state[name]).length));
    this.#note('columns', words.columnsOut(state.hidden.filter((key) => !this.#folded.includes(key)).length));
    const count = words.count(shown, all);
    if (this.#count.textContent !== count) this.#count.textContent = count;
    this.#root.classList.toggle('published', asPublished);
    // A button that goes while it has the focus would take the focus along.
    this.#reset.hidden = asPublished && !this.#reset.matches(':focus');
  }

  /** The fields say what the state says; a search that is still being typed keeps its spaces. */
  #set() {
    const state = this.#state;
    if (this.#search.value.trim() !== state.query) this.#search.value = state.query;
    this.#filters?.show(state);
    for (const [key, box] of this.#boxes) box.checked = !state.hidden.includes(key);
  }

  /** Says something to those who see and those who hear. */
  say(text) {
    this.#status.textContent = text;
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

  /** Folded, so that the table is near; its summary says what is set inside, which is made when it is first looked at. */
  #fold(name, title, content) {
    const make = this.#make;
    const note = make('span', {class: 'quiet'});
    this.#notes.set(name, note);
    const unfold = () => {
      if (details.childElementCount > 1 || !details.open) return;
      details.append(content());
      this.#set();
    };
    const details = make('details', {class: name, toggle: unfold}, make('summary', {}, title, ' ', note));
    return details;
  }

  #note(name, text) {
    const note = this.#notes.get(name);
    if (note && note.textContent !== text) note.textContent = text;
  }

  #makeFilters(page, change) {
    const texts = {label: words.filterLabel, value: words.filterValue, any: words.anyValue};
    this.#filters = new FilterControls(this.#make, page, texts, (part) => change(part, null));
    return this.#make('div', {class: 'filter-list'}, ...this.#filters.labels);
  }

  #copying(copy) {
    const button = (what, label) => this.#make('button', {type: 'button', click: () => copy(what)}, label);
    return this.#make(
      'div',
      {class: 'actions'},
      button('link', words.copyLink),
      button('csv', words.copyCsv),
      button('markdown', words.copyMarkdown),
      button('latex', words.copyLatex),
      button('embed', words.copyEmbed),
    );
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
    return make('ul', {class: 'column-list'}, ...items);
  }
}
