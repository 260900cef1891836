// Colours of the visitor's choice, whatever the system prefers.
import {selectOf} from './elements.js';
import {words} from './words.js';

export class Appearance {
  /**
   * @param port {theme, setTheme(theme)} with theme 'auto', 'light' or 'dark'
   */
  constructor(root, make, port) {
    const theme = selectOf(make, Object.entries(words.themes), port.setTheme);
    theme.value = port.theme;
    root.append(make('label', {}, make('span', {class: 'unseen'}, words.theme), ' ', theme));
    root.hidden = false;
  }
}
