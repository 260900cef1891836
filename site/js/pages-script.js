// The script of pages beside the leaderboards, which leaderboards fetch when somebody wants what it does.
import {language} from './texts.js';

let loading;

/** A promise that it has run. */
export const pagesScript = (port) => (loading ??= port.script(`pages.${language}.js`));

/** A promise of weights/robustness.js, which comes with it. */
export const robustness = async (port) => {
  await pagesScript(port);
  return new Promise((answer) => {
    port.dispatch('robustness', {answer});
  });
};
