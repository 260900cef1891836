// Published answers to one question side by side: which models, and only what they were read differently for.

/** Readings as texts, such as "power expresses", of one answer. */
const own = (answer) => new Set(answer.readings.map(({dimension, label}) => `${dimension} ${label}`));

/** The readings that not all of the answers share: a set of "dimension label". */
export const disputed = (answers) => {
  const all = answers.map(own);
  const every = new Set(all.flatMap((one) => [...one]));
  return new Set([...every].filter((reading) => !all.every((one) => one.has(reading))));
};

/** How differently two answers were read: the number of readings that one has and the other has not. */
export const distance = (one, other) => disputed([one, other]).size;

export class Side {
  #answers;
  #words;
  #port;
  #boxes = new Map();
  #differ;
  #count;
  #list;

  /**
   * @param root where the controls go
   * @param answers {element, model, name, readings: [{dimension, label, element}]}
   * @param port {search, show(query string)}
   */
  constructor(root, make, answers, words, port) {
    this.#answers = answers;
    this.#words = words;
    this.#port = port;
    this.#list = answers[0].element.parentNode;
    const models = new Map(answers.map((answer) => [answer.model, answer.name]));
    const change = () => this.#change();
    for (const model of models.keys()) this.#boxes.set(model, make('input', {type: 'checkbox', autocomplete: 'off', change}));
    const labels = [...models].map(([model, name]) => make('label', {translate: 'no'}, this.#boxes.get(model), ' ', name));
    this.#differ = make('input', {type: 'checkbox', autocomplete: 'off', change});
    this.#count = make('span', {class: 'count', role: 'status'});
    const reset = make('button', {type: 'button', click: () => this.#reset()}, words.all);
    root.append(
      make('fieldset', {class: 'side-models'}, make('legend', {}, words.choose), ...labels),
      make('p', {class: 'actions'}, make('label', {}, this.#differ, ' ', words.differ), ' ', this.#count, ' ', reset),
    );
    root.hidden = false;
    this.restore();
  }

  /** What the address says. */
  restore() {
    const query = new URLSearchParams(this.#port.search());
    const chosen = (query.get('m') ?? '').split(',');
    for (const [model, box] of this.#boxes) box.checked = chosen.includes(model);
    this.#differ.checked = query.get('differ') === '1';
    this.#apply();
  }

  #reset() {
    for (const box of this.#boxes.values()) box.checked = false;
    this.#differ.checked = false;
    this.#change();
  }

  #change() {
    const query = new URLSearchParams(this.#port.search());
    const chosen = [...this.#boxes].filter(([, box]) => box.checked).map(([model]) => model);
    if (chosen.length > 0) query.set('m', chosen.join(','));
    else query.delete('m');
    if (this.#differ.checked) query.set('differ', '1');
    else query.delete('differ');
    const text = query.toString();
    this.#apply();
    this.#port.show(text === '' ? '' : `?${text}`);
  }

  #apply() {
    const chosen = [...this.#boxes].filter(([, box]) => box.checked).map(([model]) => model);
    const shown = this.#answers.filter((answer) => chosen.length === 0 || chosen.includes(answer.model));
    for (const answer of this.#answers) answer.element.hidden = !shown.includes(answer);
    this.#list.classList.toggle('chosen', chosen.length > 1);
    const apart = disputed(shown);
    const only = this.#differ.checked && shown.length > 1;
    for (const {readings} of this.#answers) {
      for (const {dimension, label, element} of readings) element.hidden = only && !apart.has(`${dimension} ${label}`);
    }
    this.#list.classList.toggle('only-disputed', only);
    const count = this.#words.count(shown.length, this.#answers.length);
    this.#count.textContent = only && apart.size === 0 ? `${count}. ${this.#words.alike}` : count;
  }
}
