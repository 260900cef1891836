// Every text that the scripts show. The texts themselves stand in data/languages, one file a language, below `script`.
import {list, say} from './say.js';

/** Texts of one key under names of choices. */
const choice = (key, names) => Object.fromEntries(names.map((name) => [name, say(`${key}.${name}`)]));

/** As every page writes figures, whatever its language. */
const grouped = (n) => n.toLocaleString('en');

const models = (n) => say('models', {n});

const PORTRAITS = [
  'self-direction', 'stimulation', 'hedonism', 'achievement', 'power',
  'security', 'conformity', 'tradition', 'benevolence', 'universalism',
];

export const words = {
  appearance: say('appearance'),
  theme: say('theme'),
  themes: choice('themes', ['auto', 'light', 'dark']),

  unknown: ({kind, value}) => say(`unknown.${kind}`, {value}),
  noWeights: say('no-weights'),

  recompute: say('recompute.title'),
  recomputeAbout: say('recompute.about'),
  recomputing: (done, all) => (all === 0 ? say('recompute.begins') : say('recompute.at', {done, models: models(all)})),
  recomputeFailed: (why) => say('recompute.failed', {why}),
  noSnapshot: say('recompute.no-snapshot'),
  comparedWithSnapshot: (n, wrong) => (wrong === 0 ? say('recompute.same', {n}) : say('recompute.differ', {wrong, n})),
  recomputedFromLabels: ({checked, wrong, labels}, n) =>
    wrong.length === 0
      ? say('recompute.follows', {checked: grouped(checked), labels: grouped(labels), models: models(n)})
      : say('recompute.strays', {wrong: wrong.length, checked}),
  noLabels: say('recompute.no-labels'),
  intact: (yes) => say(yes ? 'recompute.intact' : 'recompute.broken'),
  differs: ({where, shown, found}) => say('recompute.differs', {where, shown: shown ?? '–', found: found ?? '–'}),

  weights: say('weights.title'),
  weightsNow: (name) => say('weights.now', {name}),
  ownWeights: say('weights.own'),
  equalWeights: say('weights.equal'),
  startFrom: say('weights.start'),
  sections: choice('weights.sections', ['equal', 'group', 'profile']),
  countValue: (name) => say('weights.count', {name}),
  weightOf: (name) => say('weights.of', {name}),
  weightOfExact: (name) => say('weights.exact', {name}),
  cultureNote: say('weights.culture'),
  missingRule: say('weights.missing'),

  fit: {
    title: say('fit.title'),
    about: say('fit.about'),
    lead: say('fit.lead'),
    target: say('fit.target'),
    weights: say('fit.weights'),
    alike: say('fit.alike'),
    caption: (shown, all) => (shown < all ? say('fit.caption-some', {shown, models: models(all)}) : say('fit.caption')),
    model: say('fit.model'),
    order: say('fit.order'),
    shape: say('fit.shape'),
    above: say('fit.above'),
    below: say('fit.below'),
    distance: (name, points) => say('fit.distance', {name, points}),
    chance: (n, least) => say('fit.chance', {n, least}),
    anyIsChance: (n) => say('fit.any', {n}),
  },
  matters: {
    title: say('matters.title'),
    about: say('matters.about'),
    work: (n) => say('matters.work', {models: models(n)}),
    tooFew: say('matters.too-few'),
    firsts: (n, of, names) => say('matters.firsts', {n, models: models(of), names}),
    stays: (name) => say('matters.stays', {name}),
    rivals: (names) => say('matters.rivals', {names}),
    caption: say('matters.caption'),
    model: say('matters.model'),
    rank: say('matters.rank'),
    range: say('matters.range'),
    choose: say('matters.choose'),
    put: say('matters.put'),
    noScore: (name) => say('matters.no-score', {name}),
    never: (name, points) => say('matters.never', {name, points}),
  },
  quiz: {
    title: say('quiz.title'),
    about: say('quiz.about'),
    lead: say('quiz.lead'),
    answers: [1, 2, 3, 4, 5, 6].map((answer) => say(`quiz.answers.like-${answer}`)),
    left: (n) => say('quiz.left', {n}),
    alike: say('quiz.alike'),
    ready: say('quiz.ready'),
    apply: say('quiz.apply'),
    values: PORTRAITS,
    portraits: () =>
      ['first', 'second'].flatMap((round) => PORTRAITS.map((value) => ({value, text: say(`quiz.portraits.${value}.${round}`)}))),
  },

  find: say('filters.find'),
  developer: say('filters.developer'),
  family: say('filters.family'),
  country: say('filters.country'),
  open: say('filters.open'),
  reasoning: say('filters.reasoning'),
  any: say('filters.any'),
  openChoices: {true: say('filters.is-open'), false: say('filters.is-closed')},
  reasoningChoices: {true: say('filters.is-reasoning'), false: say('filters.is-chat')},
  complete: say('filters.complete'),
  count: (shown, all) => (shown === all ? models(all) : say('filters.count', {shown, models: models(all)})),
  filters: say('filters.title'),
  filtersOn: (n) => (n === 0 ? '' : say('filters.on', {n})),
  columnsOut: (n) => (n === 0 ? '' : say('columns.out', {n})),
  copy: say('copy.title'),
  copyLink: say('copy.link'),
  copyCsv: say('copy.csv'),
  copyMarkdown: say('copy.markdown'),
  copyLatex: say('copy.latex'),
  copyEmbed: say('copy.embed'),
  columns: say('columns.title'),
  showColumn: (name) => say('columns.show', {name}),
  reset: say('columns.reset'),
  copied: (what) => say(`copied.${what}`),
  notCopied: say('copied.not'),

  sortedBy: (name, descending) => say(descending ? 'sorted.descending' : 'sorted.ascending', {name}),
  leads: (name, score) => say('leads', {name, score}),
  moved: (places) => (places > 0 ? say('moved.up', {n: places}) : say('moved.down', {n: -places})),

  pool: say('pool.title'),
  pick: (name) => say('pool.pick', {name}),
  remove: (name) => say('pool.remove', {name}),
  removeAll: say('pool.remove-all'),
  compare: (n) => say('pool.compare', {models: models(n)}),
  oneMore: say('pool.one-more'),
  add: say('pool.add'),
  addChoice: say('pool.choose'),
  list,
};
