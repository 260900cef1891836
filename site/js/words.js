// Every text that the scripts show, in English.

const models = (n) => (n === 1 ? '1 model' : `${n} models`);

const UNKNOWN = {
  model: (value) => `This page has no model “${value}”.`,
  weights: (value) => `This page has no weights named “${value}”; all values count the same.`,
  dimension: (value) => `This page has no value “${value}” to weigh.`,
  weight: (value) => `“${value}” is no weight; weights are numbers from 0 to 100.`,
  column: (value) => `This page has no column “${value}” to sort by.`,
  developer: (value) => `No model here is by “${value}”.`,
  country: (value) => `No model here is from “${value}”.`,
  open: (value) => `“${value}” is no choice of open or closed weights.`,
  reasoning: (value) => `“${value}” is no kind of model.`,
};

export const words = {
  unknown: ({kind, value}) => UNKNOWN[kind](value),
  noWeights: 'Every weight is 0, so no model has a score. Give at least one value a weight.',

  weights: 'Weights',
  weightsNow: (name) => `now: ${name}`,
  ownWeights: 'your own',
  equalWeights: 'all values count the same',
  startFrom: 'Start from',
  sections: {equal: 'Plain', group: 'Higher-order values', profile: 'Proposed weights'},
  countValue: (name) => `Count ${name}`,
  weightOf: (name) => `Weight of ${name}`,
  weightOfExact: (name) => `Weight of ${name} as a number`,
  cultureNote: 'Weights in proportion to the means of the survey.',
  missingRule: 'A model without a score on a value that counts gets no mean.',

  find: 'Find a model',
  developer: 'Maker',
  country: 'Country',
  open: 'Weights of the model',
  reasoning: 'Kind',
  any: 'any',
  openChoices: {true: 'open', false: 'closed'},
  reasoningChoices: {true: 'reasoning', false: 'chat'},
  complete: 'Only models with every score',
  count: (shown, all) => (shown === all ? models(all) : `${shown} of ${models(all)}`),
  copyLink: 'Copy link',
  copyCsv: 'Copy as CSV',
  copyMarkdown: 'Copy as Markdown',
  reset: 'Reset the view',
  copied: (what) => ({link: 'Link copied.', csv: 'Table copied as CSV.', markdown: 'Table copied as Markdown.'})[what],
  notCopied: 'The browser did not allow copying. Here is the text:',

  sortedBy: (name, descending) => `Sorted by ${name}, ${descending ? 'descending' : 'ascending'}.`,
  leads: (name, score) => `${name} is first with ${score}.`,
  moved: (places) => (places > 0 ? `up ${places}` : `down ${-places}`),

  pool: 'Compare',
  pick: (name) => `Compare ${name}`,
  remove: (name) => `Remove ${name}`,
  removeAll: 'Remove all',
  compare: (n) => `Compare ${models(n)}`,
  oneMore: 'Choose one more model to compare.',
  add: 'Add a model',
  addChoice: 'choose…',
  difference: 'Largest difference',
  differMost: (name, high, low, points) => `They differ most on ${name}: ${high} and ${low}, ${points} points apart.`,
  list: (names) => names.join(', '),
};
