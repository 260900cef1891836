// The script of pages beside the leaderboards, which leaderboards fetch when somebody wants what it does.
import {language} from './texts.js';
import {words} from './words.js';

let loading;

/** A promise of whether it has run. Where it could not be fetched the page says so, and the next call tries again. */
export const pagesScript = (port) =>
  (loading ??= port.script(`pages.${language}.js`).then(
    () => true,
    () => {
      loading = undefined;
      port.notice([words.notFetched]);
      return false;
    },
  ));

/** A promise of weights/robustness.js, which comes with it; null where it could not be fetched. */
export const robustness = async (port) =>
  (await pagesScript(port)) ? new Promise((answer) => port.dispatch('robustness', {answer})) : null;
