import assert from 'node:assert/strict';
import {test} from 'node:test';
import {embed, latex} from '../../../site/js/format.js';

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
