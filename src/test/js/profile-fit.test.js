import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {centred, correlation, orderTarget, profileFits} from '../../../site/js/weights/profile-fit.js';

const golden = JSON.parse(readFileSync(new URL('../resources/golden/statistics/profile-fit.json', import.meta.url)));
const modelsOf = (scores) => Object.entries(scores).map(([id, values]) => ({id, scores: values}));
const close = (found, expected, what) => assert.ok(Math.abs(found - expected) < 1e-9, `${what}: ${found}, not ${expected}`);

for (const {name, dimensions, target, scores, fits} of golden.cases) {
  test(`as scipy and as Java: ${name}`, () => {
    const found = new Map(profileFits(modelsOf(scores), dimensions, target).map((fit) => [fit.id, fit]));
    for (const {model, order, shape} of fits) {
      close(found.get(model).order, order, `${model} order`);
      close(found.get(model).shape, shape, `${model} shape`);
    }
  });
}

test('people read a minus sign, and nothing below 0 that rounds to it', () => {
  assert.deepEqual([-0.123, -0.004, 0.5, undefined].map(correlation), ['−0.12', '0.00', '0.50', '–']);
});

test('by hand: 10, 20, 60 has mean 30; the order c, a, b gives it 1 - 6*2/(3*8) = 0.5', () => {
  assert.deepEqual(centred([10, 20, 60]), [-20, -10, 30]);
  const models = modelsOf({m: {a: 10, b: 20, c: 60}});
  const [fit] = profileFits(models, ['a', 'b', 'c'], orderTarget(['c', 'a', 'b']));
  close(fit.order, 0.5, 'order');
});

test('the best order first, then the best shape; a missing score leaves a model out', () => {
  const models = modelsOf({
    flat: {x: 50, y: 50, z: 50},
    against: {x: 90, y: 50, z: 10},
    near: {x: 10, y: 15, z: 20},
    exact: {x: 0, y: 10, z: 100},
    half: {x: 1, y: 2},
  });
  const found = profileFits(models, ['x', 'y', 'z'], {x: 0, y: 1, z: 10});
  assert.deepEqual(found.map(({id}) => id), ['exact', 'near', 'against', 'flat']);
  assert.equal(found[3].order, undefined);
});

test('a target whose values are all alike has no order', () => {
  assert.deepEqual(profileFits(modelsOf({a: {x: 1, y: 2}}), ['x', 'y'], {x: 1, y: 1}), []);
});
