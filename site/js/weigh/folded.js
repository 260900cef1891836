// A panel that stays folded until a visitor looks, and works out what it shows only then: that takes long with many models.
export class Folded {
  #details;
  #work;
  #state;

  /**
   * @param about {kind: a class for its looks, title, line beside the title}
   * @param work told the state of the table whenever what the open panel shows may have changed
   * @param inside elements below the title
   */
  constructor(root, make, {kind, title, line}, work, ...inside) {
    this.#work = work;
    this.#details = make(
      'details',
      {class: `weights ${kind}`, toggle: () => this.again()},
      make('summary', {}, title, ' ', make('span', {class: 'quiet'}, line)),
      ...inside,
    );
    root.append(this.#details);
  }

  show(state) {
    this.#state = state;
    this.again();
  }

  again() {
    if (this.#details.open && this.#state) this.#work(this.#state);
  }
}
