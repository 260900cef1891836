// Every text that the scripts of pages beside the leaderboards show; they stand in data/languages, below `script: pages`.
import {list, translate} from '../translate.js';

const countOf = (shown, every, key) => (shown === every ? translate(`pages.${key}.all`, {n: every}) : translate(`pages.${key}.some`, {shown, all: every}));

export const words = {
  unknown: (value) => translate('pages.unknown', {value}),
  list: {
    find: translate('pages.list.find'),
    findModel: translate('pages.list.find-model'),
    filters: translate('pages.list.filters'),
    anyValue: translate('pages.list.any'),
    order: translate('pages.list.order'),
    orders: {first: translate('pages.list.most'), least: translate('pages.list.least'), id: translate('pages.list.numbered')},
    modelOrders: {first: translate('pages.list.by-name'), newest: translate('pages.list.newest')},
    highest: (system) => translate('pages.list.highest', {system}),
    models: (shown, every) => countOf(shown, every, 'models'),
    reset: translate('pages.list.reset'),
    years: translate('pages.list.years'),
    regions: translate('pages.list.regions'),
    anchor: translate('pages.list.anchor'),
    yes: translate('pages.list.yes'),
    system: translate('pages.list.system'),
    value: translate('pages.list.value'),
    reading: translate('pages.list.reading'),
    readings: {expresses: translate('pages.list.shows'), opposes: translate('pages.list.opposes'), not: translate('pages.list.silent')},
    count: (shown, every) => countOf(shown, every, 'rows'),
    onPage: (count, pages) => translate('pages.list.on-page', {count, n: pages}),
    cases: (shown, every, value) => {
      const count = countOf(shown, every, 'cases');
      if (!value) return count;
      return shown === 0 ? translate('pages.cases.none', {value}) : translate('pages.cases.lowest', {count, value});
    },
  },
  side: {
    choose: translate('pages.side.choose'),
    differ: translate('pages.side.differ'),
    all: translate('pages.side.reset'),
    alike: translate('pages.side.alike'),
    count: (shown, every) => countOf(shown, every, 'answers'),
  },
  formula: {
    label: translate('pages.formula.label'),
    names: {spearman: translate('pages.formula.spearman'), pearson: translate('pages.formula.pearson'), weighted: translate('pages.formula.weighted')},
    caption: (formula, n) => translate('pages.formula.caption', {formula, n}),
  },
  differences: {
    largest: translate('pages.apart.largest'),
    pair: (one, other, apart, points) => translate(apart ? 'pages.apart.told' : 'pages.apart.together', {one, other, points}),
    toldApart: (some, n) => translate('pages.apart.count', {some, n}),
    certaintyUnknown: translate('pages.apart.unknown'),
    differMost: (name, high, low, points) => translate('pages.apart.most', {name, high, low, points}),
    names: list,
  },
  figure: {source: translate('pages.figure.source'), take: translate('pages.figure.take'), embed: translate('pages.figure.embed'), cite: translate('pages.figure.cite'), copied: translate('pages.copy.done')},
  chart: {
    kind: translate('pages.chart.kind'),
    dots: translate('pages.chart.dots'),
    radar: translate('pages.chart.radar'),
    axis: translate('pages.chart.axis'),
    axisIntervals: translate('pages.chart.axis-intervals'),
  },
  cultures: {
    label: translate('pages.cultures.label'),
    series: translate('pages.cultures.series'),
    caption: (n) => translate('pages.cultures.caption', {n}),
    country: translate('pages.cultures.country'),
  },
  answers: {
    look: translate('pages.look.button'),
    loading: translate('pages.look.loading'),
    failed: translate('pages.look.failed'),
    noLabels: translate('pages.look.no-labels'),
    caption: translate('pages.look.caption'),
    heads: ['value', 'largest', 'between', 'apart'].map((key) => translate(`pages.look.heads.${key}`)),
    over: (high, low) => translate('pages.look.over', {high, low}),
    significantOf: (some, all) => (all === 1 ? translate(some === 1 ? 'pages.look.yes' : 'pages.look.no') : translate('pages.look.pairs', {some, all})),
    tested: (some, n, level) => translate('pages.look.told', {some, n, level: Math.round(level * 100)}),
    disputed: translate('pages.look.disputed'),
    none: translate('pages.look.none'),
    shown: (some, n) => translate('pages.look.shown', {some, n}),
    harmful: (system) => translate('pages.look.harmful', {system}),
    explorer: {
      heading: translate('pages.explorer.heading'),
      any: translate('pages.list.any'),
      value: translate('pages.list.value'),
      item: translate('pages.explorer.item'),
      file: translate('pages.explorer.file'),
      count: (n, shown, all) => translate('pages.explorer.count', {n, shown, all}),
    },
    reading: (value, label) => translate(label === 'EXPRESSES' ? 'pages.look.shows' : 'pages.look.opposes', {value}),
  },
  copy: translate('pages.copy.link'),
  copied: translate('pages.copy.done'),
  copyText: translate('pages.copy.text'),
  markdown: {raw: translate('pages.copy.raw'), shown: translate('pages.copy.shown')},
};
