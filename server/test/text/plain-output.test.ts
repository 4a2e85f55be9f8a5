import assert from 'node:assert/strict';
import fc from 'fast-check';
import { harmless, harmlessJson, harmlessOutput } from '../../src/text/plain-output';
import { hostile } from '../cli/hostile-words';
import { azureCommand, githubCommand, linesOf, linksOfSarif, markOfLog, orderIn } from '../cli/log-readers';
import { runs } from '../random-runs';

describe('The readers of logs, as these tests have them', () => {
  const cases: readonly [line: string, github: string | undefined, azure: string | undefined][] = [
    ['::error::x', 'error', undefined],
    [' \t::error file=a.md,line=1::x', 'error', undefined],
    ['x ::error::x', undefined, undefined],
    ['::error: x', undefined, undefined],
    ['::nothing::x', undefined, undefined],
    ['x ##[add-mask]y', 'add-mask', undefined],
    ['##[section]y', undefined, undefined],
    ['>>> ##vso[task.setvariable variable=A]b', undefined, 'task.setvariable'],
    ['##vso[task]b', undefined, '##vso'],
    ['#\u200b#[error]x', 'error', undefined],
    ['## [error] : :error::x ## vso[task.x]', undefined, undefined],
  ];
  for (const [line, github, azure] of cases) {
    it(`${JSON.stringify(line)} is ${github ?? azure ?? 'no command'}`, () => {
      assert.equal(githubCommand(line), github);
      assert.equal(azureCommand(line), azure);
    });
  }

  it('take a mark of a log page and a link of SARIF for what it is', () => {
    assert.equal(markOfLog('a ##[group]b'), '##[');
    assert.deepEqual(linksOfSarif('a [b](1) \\[c\\](2) [d\\]](3)'), ['[b](1)', '[d\\]](3)']);
  });
});

describe('A text that cannot steer what shows it', () => {
  const cases: readonly [name: string, text: string, shown: string][] = [
    ['plain words, signs and emoji', 'ä 😀 “x” 👩‍👧 ✔️ 12 % · £', 'ä 😀 “x” 👩‍👧 ✔️ 12 % · £'],
    ['the flags of nations', '🏴󠁧󠁢󠁳󠁣󠁴󠁿 🇬🇧', '🏴󠁧󠁢󠁳󠁣󠁴󠁿 🇬🇧'],
    ['escape codes', 'a\u001b[31mb\u0007c\u009bd', 'a\\u001b[31mb\\u0007c\\u009bd'],
    ['ends of lines', 'a\nb\tc\rd', 'a b c d'],
    ['other ends of lines', 'a\u2028b\u2029c\u0085d', 'a\\u2028b\\u2029c\\u0085d'],
    ['marks of direction', 'a\u202eb\u2066c\u200fd\u061ce', 'a\\u202eb\\u2066c\\u200fd\\u061ce'],
    ['what cannot be seen', 'a\u200bb\ufeffc\u00add\u{e0041}', 'a\\u200bb\\ufeffc\\u00add\\u{e0041}'],
    ['letters that are none', 'a\u3164b\u115f\uffa0c\u034fd', 'a\\u3164b\\u115f\\uffa0c\\u034fd'],
    ['the empty pattern of Braille, and no other', 'a\u2800b\u2801', 'a\\u2800b\u2801'],
    ['bytes behind a sign', '😀\u{e0101}\ufe05', '😀\\u{e0101}\\ufe05'],
    ['halves of characters', 'a\ud800b', 'a\\ud800b'],
    ['a command of Azure', 'a ##vso[task.x]b ##VSO c', 'a ## vso[task.x]b ## VSO c'],
    ['an old command of GitHub', '##[error]x ###[group]y', '## [error]x ### [group]y'],
    ['one with a joiner in it', '#\u200d#\u200d[error]x', '#\u200d# \u200d[error]x'],
    ['a command of TeamCity', "##teamcity[message text='x']", "## teamcity[message text='x']"],
    ['a command of GitHub', '::error::x', ': :error::x'],
    ['one in a word that a line may begin with', 'a ::error::x', 'a : :error::x'],
    [
      'hashes and colons that are none',
      '## a [b] C## 1::2 std::vector a :: b',
      '## a [b] C## 1::2 std::vector a :: b',
    ],
  ];
  for (const [name, text, shown] of cases) {
    it(`shows ${name}`, () => assert.equal(harmless(text), shown));
  }

  it('is one line without orders, whatever it was, and stays as it is', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const shown = harmless(text);
        assert.equal(orderIn(shown), undefined);
        assert.equal(orderIn(shown.split(' ').at(-1)!), undefined, 'where a line is broken');
        assert.match(shown, /^(?:[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}]|\u200c|\u200d|[\u{e0030}-\u{e007f}])*$/u);
        assert.equal(harmless(shown), shown);
      }),
      { numRuns: runs(3000) },
    );
  });
});

describe('What is printed', () => {
  it('keeps its lines and our colours', () => {
    const text = '\u001b[31m✗ error\u001b[39m\n  a: b\n\n';
    assert.equal(harmlessOutput(text), text);
    assert.equal(harmlessOutput('\u001b[2J\u001b]0;x\u0007\r'), '\\u001b[2J\\u001b]0;x\\u0007\\u000d');
    assert.equal(harmlessOutput('For 🏴󠁧󠁢󠁳󠁣󠁴󠁿\u200b'), 'For 🏴󠁧󠁢󠁳󠁣󠁴󠁿\\u200b');
  });

  it('begins no group of lines, into which Buildkite folds what follows', () => {
    const groups = ['--- a.md', '+++ a.md', '~~~ a.md', '^^^ +++'];
    assert.equal(
      harmlessOutput(`x\n${groups.join('\n')}\n---\nx --- y\n| --- |`),
      'x\n- -- a.md\n+ ++ a.md\n~ ~~ a.md\n^ ^^ +++\n---\nx --- y\n| --- |',
    );
    assert.equal(
      harmlessOutput('\u001b[1m--- a.md\u001b[22m\n+++\u001b[39m b'),
      '\u001b[1m- -- a.md\u001b[22m\n+ ++\u001b[39m b',
      'also behind a colour, which Buildkite takes away before it looks',
    );
  });

  it('gives no order behind a colour of ours, or with marks between its signs', () => {
    assert.equal(harmlessOutput('\u001b[31m::error::x'), '\u001b[31m: :error::x');
    assert.equal(harmlessOutput('\u001b[1m::error::x'), '\u001b[1m: :error::x');
    assert.equal(orderIn(harmlessOutput(':\u034f:error::x')), undefined);
    assert.equal(orderIn(harmlessOutput('::\u034f:error::x')), undefined);
    const json = harmlessJson('"#\u0301##[error]x"');
    assert.equal(orderIn(json), undefined);
    assert.equal(JSON.parse(json), '#\u0301##[error]x');
  });

  it('has no line that is an order, whatever goes into it, but for those that the format itself writes', () => {
    fc.assert(
      fc.property(fc.array(hostile), (texts) => {
        for (const line of linesOf(harmlessOutput(texts.join('\n')))) assert.equal(orderIn(line), undefined);
      }),
      { numRuns: runs(1000) },
    );
    assert.equal(harmlessOutput('::error file=a::b ##[c]\n', '::'), '::error file=a::b ## [c]\n');
  });

  it('is the same value in JSON, in characters that a terminal and a log leave alone', () => {
    fc.assert(
      fc.property(fc.jsonValue(), hostile, (value, text) => {
        const given = [value, { text, key: [text] }];
        const printed = harmlessJson(JSON.stringify(given, undefined, 2));
        assert.deepEqual(JSON.parse(printed), JSON.parse(JSON.stringify(given)));
        for (const line of linesOf(printed)) assert.equal(orderIn(line), undefined);
        assert.equal(harmlessOutput(printed), printed);
      }),
      { numRuns: runs(1000) },
    );
  });
});
