// Every text that the scripts show. The texts themselves stand in data/languages, one file a language, below `script`.
import {country} from './format.js';
import {list, translate} from './translate.js';

/** Texts of one key under names of choices. */
const choice = (key, names) => Object.fromEntries(names.map((name) => [name, translate(`${key}.${name}`)]));

const models = (n) => translate('models', {n});

const PORTRAITS = [
  'self-direction', 'stimulation', 'hedonism', 'achievement', 'power',
  'security', 'conformity', 'tradition', 'benevolence', 'universalism',
];

const FILTER_VALUES = {
  open: {true: translate('filters.is-open'), false: translate('filters.is-closed')},
  reasoning: {true: translate('filters.is-reasoning'), false: translate('filters.is-chat')},
};

export const words = {
  figure: translate('figure'),
  appearance: translate('appearance'),
  theme: translate('theme'),
  themes: choice('themes', ['auto', 'light', 'dark']),

  unknown: ({kind, value}) => translate(`unknown.${kind}`, {value}),
  notFetched: translate('not-fetched'),
  noWeights: translate('no-weights'),
  noneShown: translate('none-shown'),
  weightedMean: translate('weighted.mean'),
  weightedBy: (what) => translate('weighted.by', {what}),
  weighs: (name, weight) => translate('weighted.times', {name, weight}),
  sortBy: (name) => translate('sorted.by', {name}),

  recompute: translate('recompute-button.title'),
  recomputeAbout: translate('recompute-button.about'),
  recomputeFailed: (why) => translate('recompute-button.failed', {why}),

  close: (name) => translate('close', {name}),
  weights: translate('weights.title'),
  topFive: translate('weights.first'),
  weightsNow: (name) => translate('weights.now', {name}),
  ownWeights: translate('weights.own'),
  equalWeights: translate('weights.equal'),
  startFrom: translate('weights.start'),
  sections: choice('weights.sections', ['equal', 'group', 'profile']),
  countValue: (name) => translate('weights.count', {name}),
  weightOf: (name) => translate('weights.of', {name}),
  weightOfExact: (name) => translate('weights.exact', {name}),
  cultureNote: translate('weights.culture'),
  missingRule: translate('weights.missing'),

  fit: {
    title: translate('fit.title'),
    about: translate('fit.about'),
    lead: translate('fit.lead'),
    target: translate('fit.target'),
    weights: translate('fit.weights'),
    alike: translate('fit.alike'),
    caption: (shown, all) => (shown < all ? translate('fit.caption-some', {shown, models: models(all)}) : translate('fit.caption')),
    model: translate('fit.model'),
    order: translate('fit.order'),
    shape: translate('fit.shape'),
    above: translate('fit.above'),
    below: translate('fit.below'),
    distance: (name, points) => translate('fit.distance', {name, points}),
    chance: (n, least) => translate('fit.chance', {n, least}),
    anyIsChance: (n) => translate('fit.any', {n}),
  },
  robustness: {
    title: translate('robustness.title'),
    about: translate('robustness.about'),
    compute: (n) => translate('robustness.work', {models: models(n)}),
    tooFew: translate('robustness.too-few'),
    firsts: (n, of, names) => translate('robustness.firsts', {n, models: models(of), names}),
    stays: (name) => translate('robustness.stays', {name}),
    rivals: (names) => translate('robustness.rivals', {names}),
    caption: translate('robustness.caption'),
    model: translate('robustness.model'),
    rank: translate('robustness.rank'),
    range: translate('robustness.range'),
    choose: translate('robustness.choose'),
    put: translate('robustness.put'),
    noScore: (name) => translate('robustness.no-score', {name}),
    never: (name, points) => translate('robustness.never', {name, points}),
  },
  quiz: {
    title: translate('quiz.title'),
    about: translate('quiz.about'),
    lead: translate('quiz.lead'),
    answers: [1, 2, 3, 4, 5, 6].map((answer) => translate(`quiz.answers.like-${answer}`)),
    left: (n) => translate('quiz.left', {n}),
    alike: translate('quiz.alike'),
    ready: translate('quiz.ready'),
    apply: translate('quiz.apply'),
    back: translate('quiz.back'),
    like: translate('quiz.like'),
    scale: translate('quiz.scale'),
    picture: translate('quiz.picture'),
    values: PORTRAITS,
    portraits: () =>
      ['first', 'second'].flatMap((round) => PORTRAITS.map((value) => ({value, text: translate(`quiz.portraits.${value}.${round}`)}))),
  },

  find: translate('filters.find'),
  anyValue: translate('filters.any'),
  filterLabel: (name) => translate(`filters.${name}`),
  filterValue: (name, value) => (name === 'country' ? country(value) : (FILTER_VALUES[name]?.[value] ?? value)),
  count: (shown, all) => (shown === all ? models(all) : translate('filters.count', {shown, models: models(all)})),
  filters: translate('filters.title'),
  filtersOn: (n) => (n === 0 ? '' : translate('filters.on', {n})),
  columnsOut: (n) => (n === 0 ? '' : translate('columns.out', {n})),
  copy: translate('copy.title'),
  copyLink: translate('copy.link'),
  copyCsv: translate('copy.csv'),
  copyMarkdown: translate('copy.markdown'),
  copyLatex: translate('copy.latex'),
  copyEmbed: translate('copy.embed'),
  columns: translate('columns.title'),
  showColumn: (name) => translate('columns.show', {name}),
  reset: translate('columns.reset'),
  copied: (what) => translate(`copied.${what}`),
  notCopied: translate('copied.not'),

  sortedBy: (name, descending) => translate(descending ? 'sorted.descending' : 'sorted.ascending', {name}),
  leads: (name, score) => translate('leads', {name, score}),
  notApart: (name) => translate('apart.show', {name}),
  apartFrom: (name, n) => translate('apart.told', {name, n}),
  moved: (places) => (places > 0 ? translate('moved.up', {n: places}) : translate('moved.down', {n: -places})),

  pool: translate('pool.title'),
  pick: (name) => translate('pool.pick', {name}),
  remove: (name) => translate('pool.remove', {name}),
  removeAll: translate('pool.remove-all'),
  compare: (n) => translate('pool.compare', {models: models(n)}),
  oneMore: translate('pool.one-more'),
  add: translate('pool.add'),
  addChoice: translate('pool.choose'),
  list,
};
