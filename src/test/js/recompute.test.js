import assert from 'node:assert/strict';
import {test} from 'node:test';
import {checkLabels, checkPage, jsonLines, listedDigest, rounded} from '../../../site/js/recompute/recompute.js';

const score = (model, dimension, conformity) => ({model, dimension, conformity, winRate: null});

// Alpha has a mean of 45, Beta of 45 as well, Gamma none: one of its values is missing.
const SNAPSHOT = {
  models: [{id: 'alpha'}, {id: 'beta'}, {id: 'gamma'}],
  systems: [
    {
      system: {id: 's', dimensions: [{id: 'a'}, {id: 'b'}]},
      scores: [
        score('alpha', 'a', 33.333333),
        score('alpha', 'b', 56.666667),
        score('beta', 'a', 90),
        score('beta', 'b', 0),
        score('gamma', 'a', 66.666667),
      ],
    },
  ],
};

const cell = (model, key, value, text) => ({system: 's', measure: 'conformity', model, key, value, text});

const PAGE = [
  cell('alpha', 'rank', null, '1'),
  cell('alpha', 'score', 45, '45.0'),
  cell('alpha', 'dim:a', 33.333333, '33.3'),
  cell('beta', 'rank', null, '1'),
  cell('beta', 'dim:b', 0, '0.0'),
  cell('gamma', 'rank', null, '–'),
  cell('gamma', 'score', null, '–'),
  cell('gamma', 'dim:b', null, '–'),
];

test('a page that shows what was frozen is right in every number', () => {
  assert.deepEqual(checkPage(PAGE, SNAPSHOT), {checked: 8, wrong: []});
});

test('where people labelled, the page shows the corrected score, in means and ranks too', () => {
  const corrected = structuredClone(SNAPSHOT);
  corrected.systems[0].scores[1].corrected = {level: 20, interval: {low: 10, high: 30, level: 0.95}, labels: 100};
  const shown = [
    cell('alpha', 'dim:b', 20, '20.0'),
    cell('alpha', 'score', 26.6666665, '26.7'),
    cell('alpha', 'rank', null, '2'),
    cell('beta', 'rank', null, '1'),
  ];
  assert.deepEqual(checkPage(shown, corrected), {checked: 4, wrong: []});
  assert.deepEqual(
    checkPage([cell('alpha', 'dim:b', 56.666667, '56.7')], corrected).wrong.map(({where}) => where),
    ['alpha, s, dim:b'],
  );
});

const withChange = (i, changes) => PAGE.map((one, place) => (place === i ? {...one, ...changes} : one));

test('every kind of wrong number is found and named', () => {
  const wrong = (i, changes) => checkPage(withChange(i, changes), SNAPSHOT).wrong.map(({where}) => where);
  assert.deepEqual(wrong(2, {value: 33.333334}), ['alpha, s, dim:a']);
  assert.deepEqual(wrong(2, {text: '33.4'}), ['alpha, s, dim:a']);
  assert.deepEqual(wrong(1, {value: 45.1, text: '45.1'}), ['alpha, s, score']);
  assert.deepEqual(wrong(3, {text: '2'}), ['beta, s, rank']);
  assert.deepEqual(wrong(4, {value: null, text: '–'}), ['beta, s, dim:b']);
  assert.deepEqual(wrong(6, {value: 33.3, text: '33.3'}), ['gamma, s, score']);
  assert.deepEqual(wrong(7, {value: 0, text: '0.0'}), ['gamma, s, dim:b']);
});

test('a model or system that the snapshot does not know is wrong, not overlooked', () => {
  const stranger = [{...cell('delta', 'dim:a', 5, '5.0')}, {...cell('alpha', 'dim:a', 5, '5.0'), system: 'x'}];
  assert.equal(checkPage(stranger, SNAPSHOT).wrong.length, 2);
});

const ITEMS = [{item: {id: 'q1', system: 's'}}, {item: {id: 'q2', system: 's'}}, {item: {id: 'q3', system: 's'}}, {item: {id: 'z', system: 'other'}}];

const labelled = (...rows) => rows.map(([item, labels]) => ({item, sample: 0, outcome: 'ANSWERED', labels}));

test('scores follow from labels: of three answers one shows a, and one of two that were scored shows b', () => {
  const snapshot = {
    systems: [{system: SNAPSHOT.systems[0].system, scores: [score('alpha', 'a', 33.333333), score('alpha', 'b', 50)]}],
  };
  const labels = new Map([['alpha', labelled(['q1', '+-'], ['q2', '.+'], ['q3', '-?'], ['z', '++'])]]);
  assert.deepEqual(checkLabels(snapshot, ITEMS, labels), {checked: 2, wrong: [], labels: 5});
  const flipped = new Map([['alpha', labelled(['q1', '+-'], ['q2', '++'], ['q3', '-?'])]]);
  assert.deepEqual(
    checkLabels(snapshot, ITEMS, flipped).wrong,
    [{where: 'alpha, s, a', shown: 33.333333, found: 66.666667}],
  );
});

test('a score without a label is missing, and a model whose labels are not at hand is not judged', () => {
  const snapshot = {
    systems: [{system: SNAPSHOT.systems[0].system, scores: [score('alpha', 'a', 0), score('beta', 'a', 5)]}],
  };
  const {checked, wrong} = checkLabels(snapshot, ITEMS, new Map([['alpha', labelled(['q1', '? '])]]));
  assert.equal(checked, 1);
  assert.deepEqual(wrong, [{where: 'alpha, s, a', shown: 0, found: null}]);
});

test('a model below the coverage of a system has no scores there, and what is scored counts for it', () => {
  const snapshot = {
    run: {scoring: {minimumCoverage: 0.75}},
    systems: [{system: SNAPSHOT.systems[0].system, scores: [score('alpha', 'a', null), score('beta', 'a', 100)]}],
  };
  const rows = (outcome) => ITEMS.slice(0, 2).map(({item}, i) => ({item: item.id, sample: 0, outcome: i === 0 ? 'ANSWERED' : outcome, labels: i === 0 || outcome === 'FILTERED' ? '+?' : '??'}));
  const labels = new Map([['alpha', rows('EMPTY')], ['beta', rows('FILTERED')]]);
  assert.deepEqual(checkLabels(snapshot, ITEMS, labels).wrong, []);
});

test('numbers are rounded as they were frozen: six decimals, halves to even', () => {
  const pairs = [
    [100 / 3, 33.333333],
    [200 / 3, 66.666667],
    [0.0000005, 0],
    [0.0000015, 0.000002],
    [0.0000025, 0.000002],
    [12.5, 12.5],
    [100, 100],
    [0, 0],
    [1e-9, 0],
    [1e21, 1e21],
    [-2 / 3, -0.666667],
  ];
  for (const [value, expected] of pairs) assert.equal(Math.abs(rounded(value) - expected), 0, String(value));
});

test('JSON lines and lists of digests are read as they are written', () => {
  assert.deepEqual(jsonLines('{"a":1}\n{"a":2}\n'), [{a: 1}, {a: 2}]);
  const digest = 'ab'.repeat(32);
  assert.equal(listedDigest(`${digest}  snapshot.json\n${'0'.repeat(64)}  items.jsonl\n`, 'snapshot.json'), digest);
  assert.equal(listedDigest(`${digest}  cases/snapshot.json\n`, 'snapshot.json'), undefined);
});
