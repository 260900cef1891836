// The script of pages beside the leaderboards, which leaderboards fetch when somebody wants what it does.
import {language} from './texts.js';

let loading;

/** A promise that it has run. */
export const pagesScript = (port) => (loading ??= port.script(`${port.root.dataset.root}js/pages.${language}.js`));
