import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {bestWeights, possibleFirsts, rankRanges} from '../../../site/js/weights/robustness.js';

const golden = JSON.parse(readFileSync(new URL('../resources/golden/statistics/robustness.json', import.meta.url)));
const modelsOf = (scores) => Object.entries(scores).map(([id, values]) => ({id, scores: values}));
const close = (found, expected, what) => assert.ok(Math.abs(found - expected) < 1e-9, `${what}: ${found}, not ${expected}`);

for (const {name, dimensions, moved, weights, scores, stands, possibleFirsts: firsts} of golden.cases) {
  test(`as a general linear programme and as Java: ${name}`, () => {
    const models = modelsOf(scores);
    const found = rankRanges(models, dimensions, weights, moved);
    assert.deepEqual(
      found.map(({id, rank, best, worst}) => [id, rank, best, worst]),
      stands.map(({model, rank, best, worst}) => [model, rank, best, worst]),
    );
    stands.forEach(({model, score, lead}, i) => {
      close(found[i].score, score, model);
      const best = bestWeights(models, dimensions, model);
      close(best.lead, lead, model);
      close(Object.values(best.weights).reduce((sum, w) => sum + w, 0), 1, 'sum of the weights');
    });
    assert.equal(possibleFirsts(models, dimensions).length, firsts);
  });
}

test('by hand: a leads b by 5; moving a tenth of the weight to y puts b ahead by 4, a twentieth does not', () => {
  const models = modelsOf({a: {x: 90, y: 10}, b: {x: 40, y: 50}});
  const range = (moved) => rankRanges(models, ['x', 'y'], {x: 1, y: 1}, moved).map(({id, best, worst}) => [id, best, worst]);
  assert.deepEqual(range(0.1), [['a', 1, 2], ['b', 1, 2]]);
  assert.deepEqual(range(0.05), [['a', 1, 1], ['b', 2, 2]]);
  assert.deepEqual(bestWeights(models, ['x', 'y'], 'a'), {lead: 50, weights: {x: 1, y: 0}});
});

test('nothing to say: no weight, no other model, a missing score', () => {
  const one = modelsOf({a: {x: 1}});
  assert.deepEqual(rankRanges(one, ['x'], {x: 0}), []);
  assert.equal(bestWeights(one, ['x'], 'a'), undefined);
  assert.deepEqual(possibleFirsts(one, ['x']), ['a']);
  assert.deepEqual(possibleFirsts(modelsOf({a: {y: 1}}), ['x']), []);
});
