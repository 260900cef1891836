// Colours of the visitor's choice, whatever the system prefers.
import {words} from './words.js';

export class Appearance {
  /**
   * @param port {theme, setTheme(theme)} with theme 'auto', 'light' or 'dark'
   */
  constructor(root, make, port) {
    const options = Object.entries(words.themes).map(([value, label]) =>
      make('option', {value, selected: value === port.theme}, label),
    );
    const theme = make('select', {autocomplete: 'off', change: () => port.setTheme(theme.value)}, ...options);
    root.append(make('label', {}, make('span', {class: 'unseen'}, words.theme), ' ', theme));
    root.hidden = false;
  }
}
