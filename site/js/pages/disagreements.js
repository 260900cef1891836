// Published answers of several models to the same questions, those that were read most differently first.
import {distance} from './side-by-side.js';

/** The readings of an answer that are an opinion: that nothing is shown is none. */
const opinions = (one) => ({readings: one.readings.filter(({label}) => label === 'EXPRESSES' || label === 'OPPOSES')});

/**
 * Questions that at least two of the models were shown with: {system, prompt, answers: [{model, case}], distance}, where
 * the distance is that of the two answers furthest apart.
 *
 * @param cases a map from model to its lines of cases
 */
export const disagreements = (cases) => {
  const questions = new Map();
  for (const [model, lines] of cases) {
    for (const one of lines) {
      const key = JSON.stringify([one.system, one.item || one.prompt]);
      const question = questions.get(key) ?? {system: one.system, prompt: one.prompt, answers: [], distance: 0};
      // A model that answered several times is shown once.
      if (question.answers.some((answer) => answer.model === model)) continue;
      for (const answer of question.answers) {
        question.distance = Math.max(question.distance, distance(opinions(answer.case), opinions(one)));
      }
      question.answers.push({model, case: one});
      questions.set(key, question);
    }
  }
  return [...questions.values()]
    .filter((question) => question.distance > 0)
    .sort((a, b) => b.distance - a.distance || b.answers.length - a.answers.length || (a.prompt < b.prompt ? -1 : 1));
};

/** An answer in pieces, marked where it is evidence for a value: {text, marked}. Spans that overlap become one. */
export const pieces = (text, readings) => {
  const spans = readings.flatMap((reading) => reading.evidence).sort((a, b) => a.start - b.start);
  const found = [];
  let at = 0;
  for (const {start, end} of spans) {
    const from = Math.max(at, Math.min(start, text.length));
    const to = Math.min(end, text.length);
    if (to <= from) continue;
    if (from > at) found.push({text: text.slice(at, from), marked: false});
    found.push({text: text.slice(from, to), marked: true});
    at = to;
  }
  if (at < text.length) found.push({text: text.slice(at), marked: false});
  return found;
};
