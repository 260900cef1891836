// Every text that the scripts of pages beside the leaderboards show; they stand in data/languages, below `script: pages`.
import {say} from '../words.js';

const all = (shown, every, key) => (shown === every ? say(`pages.${key}.all`, {n: every}) : say(`pages.${key}.some`, {shown, all: every}));

export const words = {
  narrow: {
    find: say('pages.narrow.find'),
    facets: say('pages.narrow.facets'),
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
  cultures: {
    label: say('pages.cultures.label'),
    series: say('pages.cultures.series'),
    caption: (n) => say('pages.cultures.caption', {n}),
    model: say('pages.cultures.model'),
  },
  answers: {
    look: say('pages.look.button'),
    loading: say('pages.look.loading'),
    failed: say('pages.look.failed'),
    noLabels: say('pages.look.no-labels'),
    caption: say('pages.look.caption'),
    heads: ['value', 'largest', 'between', 'apart'].map((key) => say(`pages.look.heads.${key}`)),
    over: (high, low) => say('pages.look.over', {high, low}),
    apart: (some, all) => (all === 1 ? say(some === 1 ? 'pages.look.yes' : 'pages.look.no') : say('pages.look.pairs', {some, all})),
    told: (some, n, level) => say('pages.look.told', {some, n, level: Math.round(level * 100)}),
    disputed: say('pages.look.disputed'),
    none: say('pages.look.none'),
    shown: (some, n) => say('pages.look.shown', {some, n}),
    harmful: (system) => say('pages.look.harmful', {system}),
    reading: (value, label) => say(label === 'EXPRESSES' ? 'pages.look.shows' : 'pages.look.opposes', {value}),
  },
  copy: say('pages.copy.link'),
  copied: say('pages.copy.done'),
};
