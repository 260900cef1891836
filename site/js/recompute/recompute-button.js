// The button that recomputes a page. The script that does it, and what that needs, are fetched when it is pressed, not before.
import {words} from '../words.js';

/** Whether there is any number that a snapshot has. @param slug of the model that the page is about; undefined on other pages */
export const hasCells = (root, slug) =>
  root.querySelector(
    `table.board[data-system] tr[data-model] [data-key^="dim:"]${slug === undefined ? '' : ', table.lines[data-system] [data-key^="dim:"]'}`,
  ) !== null;

export class RecomputeButton {
  #button;
  #status;
  #list;
  #run;
  #fetched;

  /**
   * @param root the place
   * @param script a promise that the script that recomputes has run
   * @param run a promise that it has told its findings, given the places for its status and its list
   */
  constructor(root, make, {script, run}) {
    this.#button = make('button', {type: 'button', click: () => this.#press(script)}, words.recompute);
    this.#status = make('p', {role: 'status'});
    this.#list = make('ul', {hidden: true});
    this.#run = run;
    root.append(make('p', {class: 'quiet'}, words.recomputeAbout), this.#button, this.#status, this.#list);
    root.hidden = false;
  }

  async #press(script) {
    this.#button.disabled = true;
    this.#list.hidden = true;
    try {
      if (!this.#fetched) await script();
      this.#fetched = true;
      await this.#run(this.#status, this.#list);
    } catch (error) {
      this.#status.textContent = words.recomputeFailed(error.message);
    } finally {
      this.#button.disabled = false;
    }
  }
}
