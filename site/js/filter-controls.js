// The fields of filters: a list to choose from, or a box. Made when they are first looked at.
import {selectOf} from './elements.js';

export class FilterControls {
  #fields = new Map();
  #offers;

  /**
   * @param page {filters: those to offer, choices: {filter: [values]}}
   * @param texts {label(filter), value(filter, value), any}, with filters by name; offers(filter, value, state), where some
   *     values are worth choosing in some states alone
   * @param change told a part of a state
   */
  constructor(make, page, texts, change) {
    this.#offers = texts.offers ?? (() => true);
    this.labels = page.filters.map(({name, kind}) => {
      if (kind === 'flag') {
        const box = make('input', {type: 'checkbox', autocomplete: 'off', change: () => change({[name]: box.checked})});
        this.#fields.set(name, box);
        return make('label', {}, box, ' ', texts.label(name));
      }
      const options = page.choices[name].map((value) => [value, texts.value(name, value)]);
      const select = selectOf(make, [['', texts.any], ...options], (value) => change({[name]: value}));
      this.#fields.set(name, select);
      return make('label', {}, texts.label(name), ' ', select);
    });
  }

  /** The fields say what the state says. */
  show(state) {
    for (const [name, field] of this.#fields) {
      if (field.type === 'checkbox') field.checked = state[name];
      else {
        for (const option of field.options) option.hidden = option.value !== '' && !this.#offers(name, option.value, state);
        if (field.value !== state[name]) field.value = state[name];
      }
    }
  }
}
