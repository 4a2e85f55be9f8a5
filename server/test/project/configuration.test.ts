import assert from 'node:assert/strict';
import fc from 'fast-check';
import { defaultConfiguration, RULE_IDS, readConfiguration } from '../../src/project';
import type { Configuration } from '../../src/project/types';
import { rules } from '../../src/rules';
import { ALIAS_IDS } from '../../src/rules/lib/settings/aliases';
import { runs } from '../random-runs';
import { uri } from './memory';

const FILE = uri('/w/.advocacy.json');
const read = (text: string) => readConfiguration(text, FILE);
/** `line:from-to message`, lines and columns from 0. */
const problems = (text: string): string[] =>
  read(text).problems.map(({ message, range: { start, end } }) => {
    const until = end.line === start.line ? `${end.character}` : `${end.line}:${end.character}`;
    return `${start.line}:${start.character}-${until} ${message}`;
  });
const plain = (configuration: Configuration): unknown => JSON.parse(JSON.stringify(configuration));
const defaults = plain(defaultConfiguration) as object;

describe('.advocacy.json', () => {
  it('is read with comments and trailing commas, each setting as written', () => {
    const { configuration, problems } = read(`{
      // where the drafts are
      "drafts": ["briefings/**/*.md",],
      "framework": "our-framework.yaml", /* extends the built-in one */
      "terms": [{ "phrase": "Top Time", "topics": ["isolation", "health-wellbeing"] }],
      "evidence": ["evidence/*.yaml"],
      "acronyms": { "SCL": "Suffolk County Libraries" },
      "asks": { "report": ["economic", "digital"], "pitch": "all" },
      "rules": { "sentence-long": "off", "figure-unsourced": "error" },
      "about": { "organisation": "Ashby Libraries", "place": "Ashby" },
      "word": { "template": "templates/council.dotx" },
    }`);
    assert.deepEqual(problems, []);
    assert.deepEqual(plain(configuration), {
      drafts: ['briefings/**/*.md'],
      framework: 'our-framework.yaml',
      terms: [{ phrase: 'Top Time', topics: ['isolation', 'health-wellbeing'] }],
      evidence: ['evidence/*.yaml'],
      acronyms: { SCL: 'Suffolk County Libraries' },
      asks: { report: ['economic', 'digital'], pitch: 'all' },
      rules: { 'sentence-long': 'off', 'figure-unsourced': 'error' },
      about: { organisation: 'Ashby Libraries', place: 'Ashby' },
      word: { template: 'templates/council.dotx' },
    });
  });

  it('changes nothing when it is an empty object', () => {
    assert.deepEqual(problems('{}'), []);
    assert.deepEqual(plain(read('{}').configuration), defaults);
  });

  describe('a mistake is reported at its place, and says what to do', () => {
    const cases: readonly [name: string, text: string, expected: readonly string[]][] = [
      ['an empty file', '', ['0:0-0 The file is empty. Write {} for a configuration that changes nothing.']],
      [
        'only a comment',
        '// later',
        ['0:0-0 The file is empty. Write {} for a configuration that changes nothing.'],
      ],
      ['a list', '[]', ['0:0-2 The configuration must be a group of settings in braces: { … }.']],
      [
        'an unknown setting',
        '{ "framwork": "x.yaml" }',
        ['0:2-12 There is no setting “framwork”. Did you mean “framework”?'],
      ],
      [
        'a setting that resembles none',
        '{ "colour": 1 }',
        [
          '0:2-10 There is no setting “colour”. Here there are “drafts”, “framework”, “terms”, “evidence”, “acronyms”, “asks”, “about”, “rules” and “word”.',
        ],
      ],
      [
        'a text in place of a list',
        '{ "drafts": "briefings/**/*.md" }',
        ['0:12-31 “drafts” must be a list in brackets: [ … ], such as ["briefings/**/*.md"].'],
      ],
      [
        'a number in a list',
        '{\n  "drafts": ["a.md", 2]\n}',
        ['1:21-22 “drafts[1]” must be a text in quotation marks.'],
      ],
      [
        'a rule that does not exist',
        '{ "rules": { "sentense-long": "off" } }',
        ['0:13-28 There is no rule “sentense-long”. Did you mean “sentence-long”?'],
      ],
      [
        'a rule that resembles none',
        '{ "rules": { "no": "off" } }',
        ['0:13-17 There is no rule “no”. “advocacy rules” lists them all.'],
      ],
      [
        'a level that does not exist',
        '{ "rules": { "ask-missing": "warn" } }',
        ['0:28-34 “rules.ask-missing” must be one of “off”, “hint”, “information”, “warning” and “error”.'],
      ],
      [
        'a level with a slip',
        '{ "rules": { "ask-missing": "eror" } }',
        [
          '0:28-34 “rules.ask-missing” must be one of “off”, “hint”, “information”, “warning” and “error”. Did you mean “error”?',
        ],
      ],
      [
        'a term without topics',
        '{ "terms": [{ "phrase": "Top Time" }] }',
        ['0:12-36 Here “topics” is missing.'],
      ],
      [
        'a term with no topic',
        '{ "terms": [{ "phrase": "Top Time", "topics": [] }] }',
        ['0:46-48 “terms[0].topics” is empty. Write at least one.'],
      ],
      [
        'a term that is too short',
        '{ "terms": [{ "phrase": "T", "topics": ["x"] }] }',
        ['0:24-27 “terms[0].phrase” is too short: at least 2 characters.'],
      ],
      [
        'an acronym without words',
        '{ "acronyms": { "SCL": "" } }',
        ['0:23-25 “acronyms.SCL” is too short: at least 1 character.'],
      ],
      ...['5', '["digital", 5]', `["${'x'.repeat(101)}"]`].map((asked): [string, string, string[]] => [
        `what papers are asked for: ${asked.slice(0, 20)}`,
        `{ "asks": { "report": ${asked}, "pitch": "all" } }`,
        [
          `0:22-${22 + asked.length} “asks.report” must be “all”, “none”, or a list of names in brackets: [ … ].`,
        ],
      ]),
      [
        'a way of numbering that there is not',
        '{ "word": { "numbering": "roman", "notes": "endnotes" } }',
        ['0:25-32 “word.numbering” must be one of “none”, “sections” and “paragraphs”.'],
      ],
      ['null', '{ "word": null }', ['0:10-14 “word” must be a group of settings in braces: { … }.']],
      [
        'words for a switch',
        '{ "word": { "smart": "no" } }',
        ['0:21-25 “word.smart” must be true or false.'],
      ],
      ['a number for one', '{ "word": { "source": 1 } }', ['0:22-23 “word.source” must be true or false.']],
      [
        'a setting given twice',
        '{ "drafts": [], "drafts": [] }',
        ['0:16-24 “drafts” is written twice. Only this one counts.'],
      ],
      ['a missing comma', '{ "drafts": []\n"rules": {} }', ['1:0-7 A comma is missing before this.']],
      [
        'a missing bracket, before the next setting',
        '{ "drafts": ["a.md"\n"rules": {} }',
        ['1:0-7 A closing bracket ] is missing before this.'],
      ],
      [
        'a missing bracket after a comma',
        '{ "drafts": ["a.md",\n"rules": {} }',
        ['1:0-7 A closing bracket ] is missing before this.'],
      ],
      [
        'a missing bracket at the end',
        '{ "drafts": ["a.md",\n}\n',
        ['1:0-1 A closing bracket ] is missing before this.'],
      ],
      [
        'a missing bracket in a list of settings',
        '{ "terms": [{ "phrase": "Top Time", "topics": ["digital" }] }',
        ['0:57-58 A closing bracket ] is missing before this.'],
      ],
      [
        'a missing comma in a list that is not closed either',
        '{ "terms": [{ "phrase": "Top Time"\n"topics": ["digital"] }\n}',
        ['1:0-8 A comma is missing before this.', '2:0-1 A closing bracket ] is missing before this.'],
      ],
      ['a missing value', '{ "drafts": }', ['0:12-13 A value is missing here.']],
      ['a missing colon', '{ "drafts" [] }', ['0:11-12 A colon is missing before this.']],
      [
        'single quotation marks',
        "{ 'drafts': [] }",
        ['0:2-10 Write texts and names in double quotation marks: "…".'],
      ],
      [
        'an open text',
        '{ "framework": "x }',
        ['0:15-19 This text is not closed. Write " at its end, on the same line.'],
      ],
      [
        'a Windows path',
        '{ "framework": "our\\framework.yaml\\x" }',
        ['0:15-37 There is no such escape. Write \\\\ for a backslash, or / in paths.'],
      ],
      [
        'a second group of settings',
        '{ "drafts": [] }\n{ "rules": {} }',
        ['1:0-1 Nothing may follow the last closing brace.'],
      ],
      ['an open comment', '{} /* x', ['0:3-7 This comment is not closed. Write */ at its end.']],
    ];
    for (const [name, text, expected] of cases) {
      it(name, () => assert.deepEqual(problems(text), expected));
    }

    it('also with Windows line ends and characters outside the first plane', () => {
      assert.deepEqual(problems('{\r\n  "acronyms": { "😀": 1 }\r\n}'), [
        '1:22-23 “acronyms.😀” must be a text in quotation marks.',
      ]);
    });
  });

  describe('what is wrong falls back to the default, and the rest is kept', () => {
    const cases: readonly [name: string, text: string, expected: object][] = [
      [
        'one bad entry of a list',
        '{ "drafts": ["a.md", 2, ""], "evidence": ["e.yaml"] }',
        { drafts: ['a.md'], evidence: ['e.yaml'] },
      ],
      [
        'one bad rule',
        '{ "rules": { "nope": "off", "ask-missing": "warn", "sentence-long": "off" } }',
        { rules: { 'sentence-long': 'off' } },
      ],
      [
        'one bad term',
        '{ "terms": [{ "phrase": "A1" }, { "phrase": "B2", "topics": ["digital"] }] }',
        { terms: [{ phrase: 'B2', topics: ['digital'] }] },
      ],
      [
        'settings before a syntax error',
        '{ "drafts": ["a.md"], "rules": { "ask-missing": ',
        { drafts: ['a.md'] },
      ],
      [
        'settings after a missing comma',
        '{ "drafts": ["a.md"] "acronyms": { "A": "b" } }',
        { drafts: ['a.md'], acronyms: { A: 'b' } },
      ],
      [
        'wrong types everywhere',
        '{ "drafts": {}, "framework": 1, "terms": 2, "evidence": "e", "acronyms": [], "rules": "off", "word": [] }',
        {},
      ],
      ['a bad template', '{ "word": { "template": 1 } }', {}],
      [
        'a bad style',
        '{ "word": { "numbering": "roman", "notes": "endnotes", "styles": { "quote": 1, "code": "Code" } } }',
        { word: { notes: 'endnotes', styles: { code: 'Code' } } },
      ],
    ];
    for (const [name, text, expected] of cases) {
      it(name, () => assert.deepEqual(plain(read(text).configuration), { ...defaults, ...expected }));
    }

    it('too many entries: the first ones', () => {
      const { configuration, problems } = read(JSON.stringify({ drafts: Array(1001).fill('a.md') }));
      assert.equal(configuration.drafts.length, 1000);
      assert.equal(problems[0]?.message, '“drafts” has too many entries: at most 1000 are read.');
    });
  });

  it('has no names that nobody wrote', () => {
    const { configuration } = read('{ "acronyms": { "__proto__": "x", "A": "b" }, "rules": {} }');
    assert.equal(configuration.acronyms.constructor, undefined);
    assert.equal(configuration.rules.toString, undefined);
    assert.deepEqual(Object.keys(configuration.acronyms), ['__proto__', 'A']);
  });

  it('survives nesting that no parser would', () => {
    for (const text of ['['.repeat(500_000), '{"a":'.repeat(100_000), `{"drafts":${'['.repeat(51)}`]) {
      const [problem] = read(text).problems;
      assert.match(problem!.message, /nested more than 50 levels/);
    }
  });

  it('never throws, and points into the text, whatever the text is', () => {
    const valid =
      '{ "drafts": ["a/*.md"], "terms": [{ "phrase": "Top", "topics": ["digital"] }], "rules": { "ask-missing": "off" } }';
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      ',',
      ':',
      '\\',
      '/*',
      '//',
      '\n',
      '\r\n',
      '\0',
      '\ud800',
      '1',
      'null',
      '__proto__',
      '',
    );
    fc.assert(
      fc.property(
        fc.nat(valid.length),
        fc.nat(30),
        fc.array(piece, { maxLength: 6 }),
        (at, length, pieces) => {
          const text = valid.slice(0, at) + pieces.join('') + valid.slice(at + length);
          const lines = text.split(/\r\n|\n|\r/);
          for (const { range, message } of read(text).problems) {
            assert.ok(message.length > 0);
            for (const { line, character } of [range.start, range.end]) {
              assert.ok(
                character >= 0 && character <= lines[line]!.length + 1,
                `${line}:${character} in ${JSON.stringify(text)}`,
              );
            }
          }
        },
      ),
      { numRuns: runs(2000) },
    );
    fc.assert(
      fc.property(fc.json(), (text) => void read(text)),
      { numRuns: runs(1000) },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (key, value) => {
        read(JSON.stringify({ acronyms: { [key]: value }, [`${key}\ud800`]: value, drafts: [value] }));
      }),
      { numRuns: runs(500) },
    );
  });

  it('knows the rules that can be set, and says of any other that there is none', () => {
    assert.equal(RULE_IDS.length, rules.length + ALIAS_IDS.length);
    assert.ok(RULE_IDS.includes('area-missing') && RULE_IDS.includes('directive-unknown'));
    const { configuration, problems } = readConfiguration(
      '{ "rules": { "reading-speed": "error" } }',
      'file:///c',
    );
    assert.deepEqual(configuration.rules, Object.create(null));
    assert.match(problems.map(({ message }) => message).join(), /^There is no rule “reading-speed”\./);
  });
});
