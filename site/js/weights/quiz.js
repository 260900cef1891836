// The weights that a visitor's own values lead to. A quiz is a list of portraits {value, text}, several for each value;
// an answer is 1 (not like me at all) to 6 (very much like me), undefined where there is none.
import {profileFits} from './profile-fit.js';
import {cultureWeights} from './weights.js';

/** How many different answers there must be at least: somebody who answers everything alike has said nothing. */
const LEAST_DIFFERENT = 2;

/**
 * Weights in proportion to the mean answer of each value, after each visitor's own mean is taken off: people use the ends
 * of a scale differently, and only what matters to them more than the rest says what to weigh (Schwartz 2012). The least
 * important value weighs 0, the mean weight is 1. Undefined until every portrait has an answer and not all are alike.
 */
export const quizWeights = (portraits, answers, dimensions) => {
  if (portraits.some((_, i) => answers[i] === undefined)) return undefined;
  if (new Set(answers).size < LEAST_DIFFERENT) return undefined;
  const all = answers.reduce((sum, answer) => sum + answer, 0) / answers.length;
  const means = dimensions.map((id) => {
    const own = answers.filter((_, i) => portraits[i].value === id);
    return own.reduce((sum, answer) => sum + answer, 0) / own.length - all;
  });
  return cultureWeights(dimensions, means);
};

/**
 * The models most like the visitor, best first: {id, order: the rank correlation that puts them in this order}. Who is like the
 * visitor is a matter of the order in which a profile puts the values, not of how much it shows of each.
 */
export const mostAlike = (models, dimensions, weights, n) => profileFits(models, dimensions, weights).slice(0, n).map(({id, order}) => ({id, order}));

/** Whether portraits of these values fit a value system: some for each of its dimensions and none for another. */
export const fitsQuiz = (values, dimensions) =>
  dimensions.every((id) => values.includes(id)) && values.every((value) => dimensions.includes(value));
