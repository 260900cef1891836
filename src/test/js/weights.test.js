import assert from 'node:assert/strict';
import {test} from 'node:test';
import {aligning, cultureWeights, equal, parseWeight, presetOf, presets} from '../../../site/js/weights/weights.js';

const data = {
  dimensions: [{id: 'power', name: 'Power'}, {id: 'security', name: 'Security'}, {id: 'hedonism', name: 'Hedonism'}],
  groups: [{id: 'self', name: 'Self-enhancement', dimensions: ['power', 'hedonism']}],
  profiles: [{id: 'calm', name: 'Calm', author: 'A. Author', reason: 'Safety first', weights: {security: 2, power: 0.5}}],
  series: [{id: 's', name: 'Survey', cultures: [{id: 's/XX', name: 'Xland', scores: [1, 2, 3]}]}],
};

/** Of one model. */
const alignment = (scores, weights) => aligning([{scores}], ['a', 'b'])(weights)[0];

test('alignment is the weighted mean divided by the sum of the weights', () => {
  // (2*10 + 1*40) / 3 = 20
  assert.equal(alignment({a: 10, b: 40}, {a: 2, b: 1}), 20);
  // The scale of the weights does not matter.
  assert.equal(alignment({a: 10, b: 40}, {a: 4, b: 2}), 20);
});

test('a score of 0 counts', () => assert.equal(alignment({a: 0, b: 50}, {a: 1, b: 1}), 25));

test('a missing score with a weight leaves the mean missing, without a weight it does not matter', () => {
  assert.equal(alignment({b: 50}, {a: 1, b: 1}), undefined);
  assert.equal(alignment({b: 50}, {a: 0, b: 1}), 50);
});

test('without any weight there is no score', () => assert.equal(alignment({a: 10}, {a: 0}), undefined));

test('weights are numbers from 0 to 100 with three decimals', () => {
  assert.deepEqual(['0', '2.5', '100', '0.12345'].map(parseWeight), [0, 2.5, 100, 0.123]);
  for (const wrong of ['', '-1', '1e3', '101', 'NaN', ' 1', '1,5', 'Infinity', '٣']) {
    assert.equal(parseWeight(wrong), undefined, wrong);
  }
});

test('presets: equal, groups, profiles (what they do not name weighs 0), cultures', () => {
  const all = presets(data);
  assert.deepEqual([...all.keys()], ['equal', 'group.self', 'profile.calm', 'culture.s/XX']);
  assert.deepEqual(all.get('group.self').weights, {power: 1, security: 0, hedonism: 1});
  assert.deepEqual(all.get('profile.calm').weights, {power: 0.5, security: 2, hedonism: 0});
  assert.equal(all.get('profile.calm').note, 'Safety first – A. Author');
  // Means 1, 2, 3 with mean 2: weights 0.5, 1, 1.5.
  assert.deepEqual(all.get('culture.s/XX').weights, {power: 0.5, security: 1, hedonism: 1.5});
  assert.equal(all.get('culture.s/XX').section, 'Survey');
});

test('a centred culture is moved so that no weight is negative', () => {
  // -1, 0, 1 become 0, 1, 2; their mean is 1.
  assert.deepEqual(cultureWeights(['a', 'b', 'c'], [-1, 0, 1]), {a: 0, b: 1, c: 2});
  assert.deepEqual(cultureWeights(['a', 'b'], [0, 0]), {a: 1, b: 1});
});

test('own weights that equal a preset are that preset', () => {
  assert.equal(presetOf({power: 1, security: 0, hedonism: 1}, presets(data)), 'group.self');
  assert.equal(presetOf(equal(['power', 'security', 'hedonism']), presets(data)), 'equal');
  assert.equal(presetOf({power: 3, security: 0, hedonism: 1}, presets(data)), null);
});
