import assert from 'node:assert/strict';
import type { Schema } from '@cfworker/json-schema';
import fc from 'fast-check';
import frameworkSchema from '../../../schemas/framework.schema.json';
import { readData } from '../../src/data-files/read';
import { usable } from '../../src/data-files/usable';
import { builtInFramework, loadFramework } from '../../src/framework';
import builtInSource from '../../src/framework/local-recovery.json';
import { snippet as snippetOf } from '../../src/snippets';
import { runs } from '../random-runs';
import { idsOf } from './ids';

const load = (text: string, name = 'our-framework.yaml') =>
  loadFramework(text, `file:///w/${name}`, builtInFramework);
const at = (text: string, name?: string) =>
  load(text, name).problems.map(
    ({ message, range }) => `${range.start.line + 1}:${range.start.character + 1} ${message}`,
  );

describe('the built-in framework', () => {
  it('begins with the areas, offers and promises that papers name', () => {
    const firstOf = (group: 'area' | 'offer' | 'promise', count: number) => idsOf(group).slice(0, count);
    assert.deepEqual(firstOf('area', 5), ['economic', 'education', 'isolation', 'digital', 'cultural']);
    assert.deepEqual(firstOf('offer', 4), [
      'reading',
      'information-digital',
      'culture-creativity',
      'health-wellbeing',
    ]);
    assert.deepEqual(firstOf('promise', 2), ['childrens-promise', 'vision-print-impaired-promise']);
  });

  it('has these kinds of document, each with parts that say why they are needed', () => {
    assert.deepEqual(
      builtInFramework.kinds.map((k) => k.id),
      ['report', 'briefing', 'press-release', 'pitch', 'case-study', 'letter', 'strategy'],
    );
    for (const kind of builtInFramework.kinds) {
      assert.ok(kind.parts.length > 3, kind.id);
      for (const part of kind.parts) {
        assert.match(part.why, /\.$/, `${kind.id} ${part.id}`);
        // They stand in one message.
        assert.ok(part.tells === undefined || !part.why.includes(part.tells), part.why);
        assert.match(part.snippet, /^[a-z-]+$/);
      }
      assert.equal(new Set(kind.parts.map((p) => p.id)).size, kind.parts.length);
    }
  });

  it('has for each part the snippet of its name, where there is one, or one of its own kind of paper', () => {
    for (const kind of builtInFramework.kinds) {
      for (const { id, snippet } of kind.parts) {
        assert.ok(snippetOf(snippet), `${kind.id}: ${snippet}`);
        const own = [`${kind.id}-${id}`, ...(kind.id === 'pitch' ? ['funding-ask'] : [])];
        if (snippetOf(id) && !own.includes(snippet)) assert.equal(snippet, id, kind.id);
      }
    }
  });

  it('asks no area and no offer of any kind of paper', () => {
    for (const { id, areas, offers } of builtInFramework.kinds)
      assert.deepEqual([areas, offers], ['none', 'none'], id);
  });

  it('calls no two kinds of document by one name', () => {
    const names = builtInFramework.kinds.flatMap((kind) => [kind.title, ...kind.names]);
    assert.equal(new Set(names.map((name) => name.toLowerCase())).size, names.length);
    for (const { id, title, names } of builtInFramework.kinds)
      for (const name of [id, title, ...names]) assert.equal(builtInFramework.kindNamed(name)?.id, id, name);
  });

  it('accepts both orders of the names, and knows the names of before 2019', () => {
    const topic = builtInFramework.topic('information-digital');
    assert.ok(topic?.names.includes('Digital and Information'));
    assert.ok(topic?.retiredNames.some((r) => r.name === 'Learning Offer' && r.note));
    assert.ok(
      builtInFramework
        .topic('vision-print-impaired-promise')
        ?.retiredNames.some((r) => r.name === 'Six Steps'),
    );
  });

  it('keeps to its own schema', () => {
    const data = readData(JSON.stringify(builtInSource), 'local-recovery.json');
    assert.deepEqual(usable(data, frameworkSchema as Schema).problems, []);
  });
});

describe('a workspace’s framework', () => {
  it('adds to the built-in one', () => {
    const { framework, problems } = load(`
topics:
  - id: allotments
    title: Allotments
    cues: [net zero, { phrase: WARM, caseSensitive: true, strength: weak }]
`);
    assert.deepEqual(problems, []);
    assert.equal(framework.topics.length, builtInFramework.topics.length + 1);
    const allotments = framework.topic('allotments');
    assert.equal(allotments?.group, 'area');
    assert.equal(allotments?.snippet, 'argue-allotments');
    assert.deepEqual(allotments?.cues, [
      { phrase: 'net zero', strength: 'strong', caseSensitive: false },
      { phrase: 'WARM', strength: 'weak', caseSensitive: true },
    ]);
  });

  it('changes what it names by id, and leaves out what it does not want', () => {
    const { framework } = load(`
without: [cultural, pitch]
topics: [{ id: digital, title: Digital Bristol }]
kinds: [{ id: letter, areas: [digital] }]
`);
    assert.equal(framework.topic('digital')?.title, 'Digital Bristol');
    assert.equal(framework.topic('digital')?.judgedAs, 'digital');
    assert.equal(framework.topic('cultural'), undefined);
    assert.equal(framework.kind('pitch'), undefined);
    assert.deepEqual(framework.kind('letter')?.areas, ['digital']);
    assert.ok(framework.kind('letter')!.parts.length > 0);
  });

  it('knows a kind by other names, and takes from a built-in one a name that it gives to its own', () => {
    const { framework, problems } = load(`
kinds:
  - { id: scrutiny, title: Scrutiny paper, names: [Scrutiny report, Task group paper] }
  - { id: briefing, names: [Fact sheet] }
`);
    assert.deepEqual(problems, []);
    for (const said of ['scrutiny', 'scrutiny paper', 'Scrutiny report', 'task-group paper'])
      assert.equal(framework.kindNamed(said)?.id, 'scrutiny', said);
    assert.equal(framework.kindNamed('cabinet report')?.id, 'report');
    assert.equal(framework.kindNamed('fact sheet')?.id, 'briefing');
    assert.equal(framework.kindNamed('briefing note')?.id, 'briefing');
    assert.equal(framework.kindNamed('briefing paper'), undefined, 'names are changed as a whole');
  });

  it('starts from nothing with "extends": null, and may be JSON with comments', () => {
    const { framework, problems } = load(
      `{ // ours alone
        "extends": null, "title": "Ours",
        "topics": [{ "id": "place", "title": "Place", "cues": ["high street"] }],
        "kinds": [{ "id": "note", "title": "Note", "parts": [{ "id": "ask", "title": "What we ask" }] }] }`,
      'ours.json',
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(
      framework.topics.map((t) => t.id),
      ['place'],
    );
    assert.deepEqual(framework.kind('note')?.parts[0], {
      id: 'ask',
      title: 'What we ask',
      aliases: [],
      required: true,
      signs: [],
      why: 'Readers of a note look for it.',
      snippet: 'ask',
    });
  });

  it('says by what a part is there without its heading, and in which papers it is needed', () => {
    const { framework, problems } = load(`
kinds:
  - id: note
    title: Note
    cases: { money: [{ content: money }] }
    unless: [{ phrases: [for information], in: title }]
    parts:
      - { id: risk, title: Risk, when: money, tells: what could go wrong, signs: [main risk, { content: list, in: end }] }
      - { id: thanks, title: Thanks, required: hint, when: party }
`);
    assert.deepEqual(
      problems.map(({ message }) => message),
      ['There is no case “party” among the “cases” of this kind.'],
    );
    const note = framework.kind('note')!;
    assert.deepEqual(note.cases, { money: [{ content: 'money', in: 'paper' }] });
    assert.deepEqual(note.unless, [{ phrase: 'for information', in: 'title' }]);
    assert.deepEqual(note.parts[0]!.signs, [
      { phrase: 'main risk', in: 'paper' },
      { content: 'list', in: 'end' },
    ]);
  });

  for (const [what, text, expected] of [
    [
      'an unknown key',
      'topics:\n  - id: digital\n    tite: Digital\n',
      ['3:5 “tite” is no key that is known here. Did you mean “title”?'],
    ],
    ['a missing id', 'topics:\n  - title: Digital\n', ['2:5 This entry has no “id”, which it needs.']],
    [
      'a bad id',
      'topics:\n  - id: Digital Skills\n',
      ['2:9 “id” must be lower-case letters, digits and single hyphens, such as “digital-skills”.'],
    ],
    ['a wrong type', 'kinds:\n  - id: letter\n    asks: maybe\n', ['3:11 “asks” must be true or false.']],
    [
      'a wrong choice',
      'topics:\n  - { id: digital, group: areas }\n',
      ['2:27 “group” must be area, offer or promise.'],
    ],
    [
      'a new topic without a title or cues',
      'topics:\n  - id: allotments\n',
      [
        '2:9 The new topic “allotments” needs a “title”.',
        '2:9 The new topic “allotments” needs “cues”, or no passage can be about it.',
      ],
    ],
    [
      'an area that there is not',
      'kinds:\n  - id: letter\n    areas: [digtal]\n',
      ['3:13 There is no area “digtal” in this framework.'],
    ],
    [
      'a topic given twice',
      'topics:\n  - id: digital\n  - id: digital\n',
      ['3:9 The topic “digital” is given twice.'],
    ],
    [
      'a title that another kind has',
      'kinds:\n  - id: scrutiny\n    title: Press release\n',
      [
        '3:12 “Press release” is the kind “press-release” already: a draft that says so is held to that one, and to this one only by “scrutiny”.',
      ],
    ],
    [
      'a name that another kind has',
      'kinds:\n  - { id: scrutiny, title: Scrutiny paper, names: [Press release, report, Fact sheet] }\n  - { id: letter, names: [Fact sheet, Scrutiny-paper] }\n',
      [
        '2:52 “Press release” is the kind “press-release” already, so it is no other name for “scrutiny”.',
        '2:67 “report” is the kind “report” already, so it is no other name for “scrutiny”.',
        '3:27 “Fact sheet” is the kind “scrutiny” already, so it is no other name for “letter”.',
        '3:39 “Scrutiny-paper” is the kind “scrutiny” already, so it is no other name for “letter”.',
      ],
    ],
    [
      'leaving out what is not there',
      'without: [magic]\n',
      ['1:11 There is no built-in topic or kind “magic” to leave out.'],
    ],
    [
      'a value that holds itself, which would have no end',
      'title: Ours\na: &a [*a, *a]\n',
      ['2:8 “*a” stands for something that it is a part of, so it has no end.'],
    ],
    [
      'a key that holds the mapping that it is in',
      'a: &a\n  b: { c: *a }\n',
      ['2:11 “*a” stands for something that it is a part of, so it has no end.'],
    ],
    [
      'a second document',
      'title: Ours\n# More\n---\nwithout: [digital]\n',
      [
        '3:1 Nothing is read from this line on, as “---” and “...” end what a file says: take that line out, or move what follows to a file of its own.',
      ],
    ],
    [
      'what follows the end of the document',
      'title: Ours\n...\nwithout: [digital]\n',
      [
        '3:1 Nothing is read from this line on, as “---” and “...” end what a file says: take that line out, or move what follows to a file of its own.',
      ],
    ],
    ['an empty file', '', ['1:1 The framework file is empty.']],
    ['a list for a file', '- a\n', ['1:1 The file must be a set of keys and values.']],
  ] as const) {
    it(`reports ${what} at its place`, () => assert.deepEqual(at(text), expected));
  }

  it('may stand between marks with nothing but comments behind them', () =>
    assert.deepEqual(at('---\ntitle: Ours\n---\n# End\n...\n'), []));

  it('uses what is right beside a mistake, each of which is reported once', () => {
    const { framework, problems } = load(`
titel: Ours
topics:
  - id: allotments
    title: Allotments
    cues: [net zero, 3, { phrase: WARM, strenght: weak }]
  - title: Without an id
  - { id: Bad Id, title: Bad }
  - { id: place, title: Place, group: corner, cues: [high street], colour: red }
  - { id: digital, title: 5 }
kinds:
  - { id: note, title: Note, asks: maybe, areas: [allotments, nowhere], parts: [{ id: gist }, { id: end, title: End }] }
  - 7
ignore: nothing
`);
    assert.deepEqual(
      problems.map(({ message, range }) => `${range.start.line + 1} ${message}`),
      [
        '2 “titel” is no key that is known here. Did you mean “title”?',
        '6 This entry has a value that is not allowed here.',
        '6 “strenght” is no key that is known here. Did you mean “strength”?',
        '7 This entry has no “id”, which it needs.',
        '8 “id” must be lower-case letters, digits and single hyphens, such as “digital-skills”.',
        '9 “group” must be area, offer or promise.',
        '9 “colour” is no key that is known here.',
        '10 “title” must be text.',
        '12 “asks” must be true or false.',
        '12 This entry has no “title”, which it needs.',
        '13 This entry must be a set of keys and values.',
        '14 “ignore” must be a list.',
        '12 There is no area “nowhere” in this framework.',
      ],
    );
    assert.deepEqual(
      framework.topic('allotments')?.cues.map(({ phrase }) => phrase),
      ['net zero', 'WARM'],
    );
    assert.equal(framework.topic('place')?.group, 'area');
    assert.equal(framework.topic('digital')?.title, builtInFramework.topic('digital')?.title);
    assert.equal(framework.topics.length, builtInFramework.topics.length + 2);
    assert.deepEqual(
      framework.kind('note')?.parts.map(({ id }) => id),
      ['end'],
    );
  });

  it('may hold a kind of document to promises, among its offers, and to no area there', () => {
    const kinds = 'kinds:\n  - id: letter\n    offers: [reading, childrens-promise, digital]\n';
    assert.deepEqual(at(kinds), ['3:42 There is no offer or promise “digital” in this framework.']);
    assert.deepEqual(at('kinds:\n  - id: letter\n    areas: [childrens-promise]\n'), [
      '3:13 There is no area “childrens-promise” in this framework.',
    ]);
  });

  it('survives half a character in its keys and values', () => {
    for (const [text, name] of [
      ['"\\ud800": 1\ntitle: Ours\n', 'x.yaml'],
      ['{ "\\ud800": 1, "title": "Ours" }', 'x.json'],
    ] as const) {
      const { framework, problems } = load(text, name);
      assert.equal(framework.title, 'Ours');
      assert.deepEqual(
        problems.map(({ message, range }) => `${range.start.line}: ${message}`),
        ['0: “\uFFFD” is no key that is known here.'],
      );
    }
  });

  it('reports broken syntax at its line and keeps the built-in framework', () => {
    const yaml = load('topics:\n  - id: [a\n');
    assert.equal(yaml.framework, builtInFramework);
    assert.match(yaml.problems[0]!.message, /^This is not valid YAML: /);
    const json = load('{\n  "topics": [}\n', 'x.json');
    assert.equal(json.problems[0]!.range.start.line, 1);
    assert.equal(json.problems[0]!.message, 'A closing bracket ] is missing before this.');
  });

  it('survives nesting, alias bombs and any text at all', () => {
    assert.equal(load('['.repeat(20_000)).framework, builtInFramework);
    assert.equal(load('['.repeat(20_000), 'x.json').framework, builtInFramework);
    const bomb = `a: &a [x,x]\n${'bcdefghij'
      .split('')
      .map((c, i) => `${c}: &${c} [${Array(8).fill(`*${'abcdefghij'[i]}`).join()}]`)
      .join('\n')}\n`;
    assert.equal(load(bomb).framework, builtInFramework);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('x.yaml', 'x.json'), (text, name) => {
        const { framework, problems } = load(text, name);
        assert.ok(framework.topics.length > 0 || problems.length > 0);
      }),
      { numRuns: runs(300) },
    );
  });
});
