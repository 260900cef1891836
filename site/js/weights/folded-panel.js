// A panel that stays folded until a visitor looks; what it shows is made and computed only then: that takes long with many
// models.
export class FoldedPanel {
  #details;
  #makeInside;
  #compute;
  #state;

  /**
   * @param about {kind: a class for its looks, title, line beside the title}
   * @param compute told the state of the table whenever what the open panel shows may have changed
   * @param inside makes the elements below the title
   */
  constructor(root, make, {kind, title, line}, compute, inside) {
    this.#compute = compute;
    this.#makeInside = inside;
    this.#details = make(
      'details',
      {class: `weights ${kind}`, toggle: () => this.refresh()},
      make('summary', {}, title, ' ', make('span', {class: 'quiet'}, line)),
    );
    root.append(this.#details);
  }

  show(state) {
    this.#state = state;
    this.refresh();
  }

  refresh() {
    if (!this.#details.open) return;
    if (this.#makeInside) this.#details.append(...this.#makeInside());
    this.#makeInside = null;
    if (this.#state) this.#compute(this.#state);
  }
}
