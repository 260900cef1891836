import assert from 'node:assert/strict';
import {test} from 'node:test';
import {csv, csvCell, embed, formatted, latex, markdown} from '../../../site/js/table-formats.js';

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

test('a table in LaTeX has booktabs, right columns for numbers, and no command of a model', () => {
  const text = latex(['Model', 'Mean'], [['100% \\input{x}_$#&~^', 12.345], ['b', undefined]], 'Of {all}');
  assert.match(text, /\\begin\{tabular\}\{lr\}/);
  assert.match(text, /\\caption\{Of \\\{all\\\}\}/);
  assert.ok(text.includes('100\\% \\textbackslash{}input\\{x\\}\\_\\$\\#\\&\\textasciitilde{}\\textasciicircum{} & 12.3 \\\\'));
  assert.ok(text.includes('b & -- \\\\'));
});

test('code to embed quotes what an address may hold', () => {
  assert.equal(
    embed('https://x/?q="><script>&m=1', 'A "b"'),
    '<iframe src="https://x/?q=&#34;&#62;&#60;script&#62;&#38;m=1" title="A &#34;b&#34;" width="100%" height="640" loading="lazy"></iframe>',
  );
});

test('several tables of a view are one text, under its title and address where there is room for them', () => {
  const table = (system, name) => ({period: '2026-11', system, heads: ['Model'], rows: [[name]]});
  const tables = [table('mft', 'a'), table('safety', 'b')];
  assert.equal(formatted('link', tables, 'https://x/', 'T'), 'https://x/');
  assert.equal(formatted('csv', tables, 'https://x/', 'T'), 'period,system,Model\r\n2026-11,mft,a\r\n\r\nperiod,system,Model\r\n2026-11,safety,b\r\n');
  assert.ok(formatted('markdown', tables, 'https://x/', 'T').endsWith('\nT. <https://x/>\n'));
  assert.ok(formatted('latex', tables, 'https://x/', 'T').includes('\\caption{T. https://x/}'));
});
