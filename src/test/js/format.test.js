import assert from 'node:assert/strict';
import {test} from 'node:test';
import {csv, csvCell, markdown, rankChange, score} from '../../../site/js/format.js';

test('scores have one decimal; a missing one is a dash and 0 is not', () => {
  assert.deepEqual([57.125, 100, 0, undefined].map(score), ['57.1', '100.0', '0.0', '–']);
});

test('a rank change says direction and places', () => {
  assert.deepEqual(rankChange(5, 2), {places: 3, text: '▲3'});
  assert.deepEqual(rankChange(1, 4), {places: -3, text: '▼3'});
  assert.equal(rankChange(2, 2), null);
  assert.equal(rankChange(null, 2), null);
});

test('CSV quotes what needs it and ends lines as RFC 4180 says', () => {
  assert.equal(csv(['Model', 'Score'], [['a "b", c', 57.125], ['d', undefined]]), 'Model,Score\r\n"a ""b"", c",57.125\r\nd,\r\n');
});

test('CSV text never becomes a formula, and negative numbers stay numbers', () => {
  assert.deepEqual(['=1+1', '+1', '-1', '@x', '\tx'].map(csvCell), ["'=1+1", "'+1", "'-1", "'@x", "'\tx"]);
  assert.equal(csvCell('=A,B'), `"'=A,B"`);
  assert.equal(csvCell(-1.5), '-1.5');
});

test('Markdown aligns numbers right and no text becomes markup', () => {
  assert.equal(
    markdown(['Rank', 'Model', 'Score'], [[1, 'a|b\n<img src=x> [l](javascript:x)', 57.125], [null, 'z', undefined]]),
    '| Rank | Model | Score |\n| ---: | --- | ---: |\n' +
      '| 1 | a\\|b \\<img src=x\\> \\[l\\](javascript:x) | 57.1 |\n| – | z | – |\n',
  );
});
