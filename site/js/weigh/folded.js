// A panel that stays folded until a visitor looks; what it shows is made and worked out only then: that takes long with many
// models.
export class Folded {
  #details;
  #inside;
  #work;
  #state;

  /**
   * @param about {kind: a class for its looks, title, line beside the title}
   * @param work told the state of the table whenever what the open panel shows may have changed
   * @param inside makes the elements below the title
   */
  constructor(root, make, {kind, title, line}, work, inside) {
    this.#work = work;
    this.#inside = inside;
    this.#details = make(
      'details',
      {class: `weights ${kind}`, toggle: () => this.again()},
      make('summary', {}, title, ' ', make('span', {class: 'quiet'}, line)),
    );
    root.append(this.#details);
  }

  show(state) {
    this.#state = state;
    this.again();
  }

  again() {
    if (!this.#details.open) return;
    if (this.#inside) this.#details.append(...this.#inside());
    this.#inside = null;
    if (this.#state) this.#work(this.#state);
  }
}
