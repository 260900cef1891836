// Every text that the scripts of pages beside the leaderboards show; they stand in data/languages, below `script: pages`.
import {say} from '../words.js';

const all = (shown, every, key) => (shown === every ? say(`pages.${key}.all`, {n: every}) : say(`pages.${key}.some`, {shown, all: every}));

export const words = {
  narrow: {
    find: say('pages.narrow.find'),
    any: say('pages.narrow.any'),
    order: say('pages.narrow.order'),
    orders: {most: say('pages.narrow.most'), least: say('pages.narrow.least'), id: say('pages.narrow.numbered')},
    reset: say('pages.narrow.reset'),
    years: say('pages.narrow.years'),
    regions: say('pages.narrow.regions'),
    carried: say('pages.narrow.carried'),
    yes: say('pages.narrow.yes'),
    value: say('pages.narrow.value'),
    reading: say('pages.narrow.reading'),
    readings: {expresses: say('pages.narrow.shows'), opposes: say('pages.narrow.opposes'), not: say('pages.narrow.silent')},
    count: (shown, every) => all(shown, every, 'rows'),
    cases: (shown, every) => all(shown, every, 'cases'),
  },
  side: {
    choose: say('pages.side.choose'),
    differ: say('pages.side.differ'),
    all: say('pages.side.reset'),
    alike: say('pages.side.alike'),
    count: (shown, every) => all(shown, every, 'answers'),
  },
  formula: {
    label: say('pages.formula.label'),
    names: {spearman: say('pages.formula.spearman'), pearson: say('pages.formula.pearson'), weighted: say('pages.formula.weighted')},
    caption: (formula, n) => say('pages.formula.caption', {formula, n}),
  },
  copy: say('pages.copy.link'),
  copied: say('pages.copy.done'),
};
