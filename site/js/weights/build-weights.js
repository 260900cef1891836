// The folded panels about weights, one below the other.
import {words} from '../words.js';
import {ProfileFitPanel} from './profile-fit-panel.js';
import {QuizPanel} from './quiz-panel.js';
import {fitsQuiz} from './quiz.js';
import {RobustnessPanel} from './robustness-panel.js';
import {WeightsPanel} from './weights-panel.js';
import {presetOf} from './weights.js';

/**
 * The panels that follow a state: {weights, robustness} and, where the page says what a profile may fit, fit.
 *
 * @param page page-model.js
 * @param models of the first table: {id, name, scores}
 * @param change told {weights, preset} and the id of the field that is still moving, or null
 * @param settle told when that field was let go
 * @param share copies a link to the view
 * @param picture saves a card to show others
 * @param robustness promises the arithmetic of the panel of that name
 */
export const buildWeights = (root, make, {page, models, change, settle, share, picture, robustness}) => {
  const {dimensions, offer} = page;
  const names = new Map(offer.dimensions.map(({id, name}) => [id, name]));
  const use = (weights) => change({weights, preset: presetOf(weights, page.presets)}, null);
  const panels = {weights: new WeightsPanel(root, make, {page, names, change, settle})};
  if (fitsQuiz(words.quiz.values, dimensions)) new QuizPanel(root, make, {models, dimensions, use, share, picture});
  if (offer.fit) panels.fit = new ProfileFitPanel(root, make, {models, dimensions, names, chance: null, ...offer.fit});
  panels.robustness = new RobustnessPanel(root, make, {models, dimensions, use, fetch: robustness});
  return panels;
};
