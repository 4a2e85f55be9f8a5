import assert from 'node:assert/strict';
import { parseDraft } from '../../src/draft';
import { loadEvidence } from '../../src/evidence/library';
import { builtInFramework, loadFramework } from '../../src/framework';
import { readConfiguration } from '../../src/project';

/** One thing over and over, to a length: what takes quadratic time does not end here before the test is given up. */
const over = (length: number, piece: string, before = '', after = ''): string =>
  `${before}${piece.repeat(Math.floor((length - before.length - after.length) / piece.length))}${after}`;
const numbered = (length: number, piece: (i: number) => string, before = '', after = ''): string =>
  `${before}${Array.from({ length: Math.floor(length / piece(1000).length) }, (_, i) => piece(i)).join('')}${after}`;

const YAML: Readonly<Record<string, (length: number) => string>> = {
  'items of a wrong kind': (n) => over(n, '  - 5\n', 'topics:\n'),
  'items of a wrong kind in brackets': (n) => over(n, '5,', 'topics: [', ']'),
  'the same key': (n) => over(n, 'k: 1\n'),
  'unknown keys': (n) => numbered(n, (i) => `k${i}: 1\n`),
  'unknown keys in braces': (n) => numbered(n, (i) => `k${i}: 1, `, 'topics: [{', '}]'),
  cues: (n) => over(n, '    - aa\n', 'topics:\n - id: digital\n   cues:\n'),
  'topics without an id': (n) => over(n, ' - title: x\n', 'topics:\n'),
  'topics of one id': (n) => over(n, ' - id: digital\n', 'topics:\n'),
  dashes: (n) => over(n, '- ', 'a: '),
  'question marks': (n) => over(n, '? '),
  'question marks on lines': (n) => over(n, '?\n'),
  colons: (n) => over(n, ':\n'),
  'colons behind a word in braces': (n) => over(n, ': ', 'topics: [a, { b: c '),
  commas: (n) => over(n, ',', 'a: [', ']'),
  'open braces': (n) => over(n, '{a: ', 'a: '),
  'open brackets on lines': (n) => over(n, '[\n', 'a: '),
  comments: (n) => over(n, '#\n'),
  'document marks': (n) => over(n, '---\n'),
  directives: (n) => over(n, '%A\n'),
  anchors: (n) => numbered(n, (i) => `- &a${i} x\n`),
  aliases: (n) => over(n, '*a,', 'a: &a x\nb: [', ']'),
  'merged keys': (n) => numbered(n, (i) => `b${i}: {<<: *a}\n`, 'a: &a {x: 1}\n'),
  tags: (n) => over(n, '- !a b\n'),
  'a text of many lines': (n) => over(n, 'b\n ', 'a: "', '"'),
  'a text that is not closed': (n) => over(n, 'b\n ', 'a: "'),
  escapes: (n) => over(n, '\\x41', 'a: "', '"'),
  tabs: (n) => over(n, '\t', 'a:'),
  'steps to the right': (n) => numbered(n, (i) => `${' '.repeat(i % 90)}a:\n`),
};
const JSONS: Readonly<Record<string, (length: number) => string>> = {
  'items of a wrong kind': (n) => over(n, '5,', '{"topics":[', '5]}'),
  'unknown keys': (n) => numbered(n, (i) => `"k${i}":1,`, '{', '"k":1}'),
  'the same key': (n) => over(n, '"k":1,', '{', '"k":1}'),
  comments: (n) => over(n, '//\n', '{'),
  'comments that are not closed': (n) => over(n, '/*', '{'),
  colons: (n) => over(n, ':', '{"a"', '}'),
  escapes: (n) => over(n, '\\u0041', '{"title":"', '"}'),
  'quotation marks': (n) => over(n, '"', '{'),
  rules: (n) => numbered(n, (i) => `"r${i}":"off",`, '{"rules":{', '"x":"off"}}'),
};

describe('A file of one thing over and over', function () {
  this.timeout(40_000);
  const LONG = 60_000;
  for (const [name, make] of Object.entries(YAML)) {
    it(`is read, or refused, as YAML: ${name}`, () => {
      const text = make(LONG);
      assert.ok(text.length > LONG / 2);
      const { framework, problems } = loadFramework(text, 'file:///f.yaml', builtInFramework);
      assert.ok(framework.topics.length > 0);
      assert.ok(problems.length > 0 || name === 'cues');
      assert.ok(problems.length <= 20_000);
      assert.ok(loadEvidence(text, 'file:///e.yaml').problems.length > 0);
      // Front matter has a limit of its own.
      assert.ok(parseDraft(`---\n${make(10_000)}\n---\n\n# X\n`).blocks.length > 0);
    });
  }
  for (const [name, make] of Object.entries(JSONS)) {
    it(`is read, or refused, as JSON: ${name}`, () => {
      const text = make(LONG);
      assert.ok(
        loadFramework(text, 'file:///f.json', builtInFramework).problems.length > 0 || name === 'escapes',
      );
      assert.ok(loadEvidence(text, 'file:///e.json').problems.length > 0);
      assert.ok(readConfiguration(text, 'file:///.advocacy.json').problems.length > 0);
    });
  }
});
