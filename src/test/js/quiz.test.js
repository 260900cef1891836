import assert from 'node:assert/strict';
import {test} from 'node:test';
import {fitsQuiz, mostAlike, quizWeights} from '../../../site/js/weights/quiz.js';
import {words} from '../../../site/js/words.js';

const portraits = [{value: 'a'}, {value: 'b'}, {value: 'c'}, {value: 'a'}];

test('weights are what matters more than the rest, the least of it nothing', () => {
  // Means a 5, b 2, c 4 around their mean answer 4: 1, -2, 0; moved to 3, 0, 2; with mean 1: 1.8, 0, 1.2.
  assert.deepEqual(quizWeights(portraits, [6, 2, 4, 4], ['a', 'b', 'c']), {a: 1.8, b: 0, c: 1.2});
  // Somebody who uses the scale one step lower has the same values.
  assert.deepEqual(quizWeights(portraits, [5, 1, 3, 3], ['a', 'b', 'c']), {a: 1.8, b: 0, c: 1.2});
});

test('there are no weights before every portrait has an answer, or when all are alike', () => {
  assert.equal(quizWeights(portraits, [6, 2, undefined, 4], ['a', 'b', 'c']), undefined);
  assert.equal(quizWeights(portraits, [3, 3, 3, 3], ['a', 'b', 'c']), undefined);
});

test('the twenty portraits are two for each of ten values, and fit that system alone', () => {
  const values = words.quiz.portraits().map(({value}) => value);
  assert.equal(values.length, 20);
  const distinct = [...new Set(values)];
  assert.ok(distinct.every((value) => values.filter((other) => other === value).length === 2));
  assert.ok(fitsQuiz(words.quiz.values, distinct));
  assert.ok(!fitsQuiz(words.quiz.values, [...distinct, 'care']));
  assert.ok(!fitsQuiz(words.quiz.values, distinct.slice(1)));
});

test('who is most alike is printed by the figure that orders them', () => {
  // The same order as the visitor with one value far out, and a better shape with two values the wrong way round.
  const models = [
    {id: 'shape', scores: {a: 29, b: 30, c: 0}},
    {id: 'order', scores: {a: 100, b: 2, c: 1}},
  ];
  const found = mostAlike(models, ['a', 'b', 'c'], {a: 1.55, b: 1.45, c: 0}, 2);
  assert.deepEqual(
    found.map(({id, order}) => [id, order]),
    [
      ['order', 1],
      ['shape', 0.5],
    ],
  );
  assert.equal(mostAlike(models, ['a', 'b', 'c'], {a: 1.55, b: 1.45, c: 0}, 1).length, 1);
});
