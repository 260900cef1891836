import assert from 'node:assert/strict';
import {test} from 'node:test';
import {newerPeriods} from '../../../site/js/newer-periods.js';

const PAGE = 'models/a/index.html';
const period = (name, gone = [], added = []) => ({period: name, label: `In ${name}`, gone, added});
const paths = (periods, own, page = PAGE) => newerPeriods(periods, own, page).map(({path}) => path);

test('newer periods come newest first, with the page most like this one', () => {
  const periods = [period('2026-09'), period('2026-10'), period('2026-11'), period('2026-12')];
  assert.deepEqual(newerPeriods(periods, '2026-10', PAGE), [
    {label: 'In 2026-12', path: `2026-12/${PAGE}`},
    {label: 'In 2026-11', path: `2026-11/${PAGE}`},
  ]);
  assert.deepEqual(newerPeriods(periods, '2026-12', PAGE), []);
  assert.deepEqual(newerPeriods([], '2026-12', PAGE), []);
});

test('a period without the page is entered at its first one, until the page is there again', () => {
  const periods = [period('2026-09', [], [PAGE]), period('2026-10', [PAGE]), period('2026-11'), period('2026-12', [], [PAGE])];
  assert.deepEqual(paths(periods, '2026-09'), [`2026-12/${PAGE}`, '2026-11/index.html', '2026-10/index.html']);
});

test('what went before the own period says nothing of it', () => {
  const periods = [period('2026-09'), period('2026-10', [PAGE]), period('2026-11', [], [PAGE]), period('2026-12')];
  assert.deepEqual(paths(periods, '2026-11'), [`2026-12/${PAGE}`]);
});
