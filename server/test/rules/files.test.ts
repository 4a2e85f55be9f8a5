import assert from 'node:assert/strict';
import { analyse } from '../../src/analysis';
import { parseDraft } from '../../src/draft';
import { builtInProject } from '../../src/project';
import { findings, fixed, marked } from './helpers';

const draft = (frontMatter: string): string => `---\n${frontMatter}\n---\n\n# Ashby\n`;

describe('Front matter', () => {
  const cases: readonly [string, readonly string[]][] = [
    [
      'kind: briefing\nareas: [digital]\noffers: [reading, childrens-promise]\nrules:\n  sentence-long: off',
      [],
    ],
    ['layout: post\nkind: letter\ntags: [x]', []],
    ['kind: breifing', ['breifing']],
    ['areas: [digital, readng]', ['readng']],
    ['areas: [reading]', ['reading']],
    ['offers: helth-wellbeing', ['helth-wellbeing']],
    ['areas: all\noffers: none', []],
    ['rules:\n  sentence-lng: off', ['sentence-lng']],
    ['rules:\n  sentence-long: loud', ['loud']],
    ['rules:\n  sentence-long: loud\n  ask-missing: quiet', ['loud', 'quiet']],
    ['title: [a, b]', ['[a, b]']],
    ['kind: briefing\nkind: letter', ['k']],
  ];
  for (const [text, words] of cases) {
    it(`${JSON.stringify(text)}: ${JSON.stringify(words)}`, () => {
      const found = marked('front-matter-invalid', draft(text));
      assert.deepEqual(found.length, words.length);
      for (const [index, word] of words.entries()) assert.ok(found[index]!.includes(word), found[index]);
    });
  }
  it('that is not closed is told so', () => {
    const open = '---\nkind: briefing\ntitle: Ashby\n\n# Ashby\n\nText.\n';
    assert.equal(findings('front-matter-invalid', open).length, 1);
    assert.equal(
      fixed('front-matter-invalid', open),
      '---\nkind: briefing\ntitle: Ashby\n---\n\n# Ashby\n\nText.\n',
    );
    for (const [keys, rest] of [
      ['kind: report\nareas:\n  - digital\n  - isolation', '\n# Heading\n'],
      ['kind: report\nareas:\n- digital', '\n# Heading\n'],
      ['kind: report\nrules:\n  sentence-long: off', '# Heading\n'],
      ['kind: press-release\ntitle: X', '\n# Library saved\n\nContact: Jo Lee\n\nThe end.\n'],
    ] as const)
      assert.equal(fixed('front-matter-invalid', `---\n${keys}\n${rest}`), `---\n${keys}\n---\n${rest}`);
    assert.ok(fixed('front-matter-invalid', open.replaceAll('\n', '\r\n')).includes('Ashby\r\n---\r\n\r\n#'));
  });
  it('has a warning for a key that is nearly one of ours, and none for keys of other tools', () => {
    assert.deepEqual(marked('front-matter-invalid', draft('area: isolation')), ['area']);
    assert.equal(fixed('front-matter-invalid', draft('area: [isolation]')), draft('areas: [isolation]'));
    for (const slip of ['audiance: x', 'titel: x', 'langauge: cy'])
      assert.equal(findings('front-matter-invalid', draft(slip))[0]?.severity, 'warning', slip);
    for (const other of [
      'tags: [a]',
      'layout: post',
      'subtitle: A',
      'lang: cy',
      'ward: Hart',
      'areas: [digital]\narea: North',
    ])
      assert.deepEqual(marked('front-matter-invalid', draft(other)), [], other);
  });
  it('has a hint for the words that Word prints above the details, where the key has another name', () => {
    const [key] = findings('front-matter-invalid', draft('for: Cabinet'));
    assert.equal(key?.severity, 'hint');
    assert.equal(fixed('front-matter-invalid', draft('from: Jo')), draft('author: Jo'));
    assert.deepEqual(marked('front-matter-invalid', draft('for: Jo\naudience: Cabinet')), []);
  });
  it('has a warning for a value that can be no date, language or template', () => {
    for (const [line, message] of [
      ['date: 2026-13-40', /^“2026-13-40” is no day of the calendar/],
      ['language: klingonish', /^“klingonish” is no language.*“cy” for Welsh\.$/],
      ['template: house.pdf', /^“house\.pdf” is no Word template.*Name a \.docx or \.dotx file\.$/],
    ] as const) {
      const [found] = findings('front-matter-invalid', draft(line));
      assert.match(found!.message, message);
      assert.equal(found!.severity, 'warning');
      assert.deepEqual(marked('front-matter-invalid', draft(line)), [line.split(': ')[1]]);
    }
    for (const line of [
      'date: 2026-12-02',
      'date: 2 December 2026',
      'date: spring',
      'language: cy',
      'language: Welsh',
      'language: en-GB',
      'template: house.dotx',
      'template: committee-paper',
    ])
      assert.deepEqual(marked('front-matter-invalid', draft(line)), [], line);
  });
  it('has a hint for a text with a colon in it, which is read all the same', () => {
    const severities = (text: string) =>
      findings('front-matter-invalid', draft(text)).map(({ severity }) => severity);
    assert.deepEqual(severities('title: Ashby: the next ten years'), ['hint']);
    assert.ok(severities('areas: digital: isolation').includes('error'));
  });
  it('names a kind that there is not, and the one that was meant', () => {
    for (const [said, meant] of [
      ['breifing', 'briefing'],
      ['short briefing', 'briefing'],
      ['cabinet report of March', 'report'],
      ['cabinat report', 'report'],
      ['pres release', 'press-release'],
      ['pich', 'pitch'],
    ] as const) {
      const [found] = findings('front-matter-invalid', draft(`kind: ${said}`));
      assert.match(found!.message, new RegExp(`“${said}” .*Did you mean “${meant}”\\?`));
      assert.equal(fixed('front-matter-invalid', draft(`kind: ${said}`)), draft(`kind: ${meant}`));
    }
    for (const other of [
      'library blog',
      'committee minutes',
      'annual report',
      'report to parish council',
      'aid',
      'bed',
    ])
      assert.deepEqual(findings('front-matter-invalid', draft(`kind: ${other}`))[0]!.fixes, [], other);
    const [found] = findings('front-matter-invalid', draft('kind: newsletter'));
    assert.match(
      found!.message,
      /“newsletter” is not a type of paper, so the draft is held to none\. It can be report, briefing/,
    );
    assert.equal(found!.severity, 'hint', 'it is no mistake to write a newsletter');
  });
  it('takes a kind by the name that New Draft gives it, whatever the capitals', () => {
    for (const said of ['Press release', 'press release', 'Funding pitch', 'Cabinet or committee report'])
      assert.deepEqual(findings('front-matter-invalid', draft(`kind: ${said}`)), [], said);
  });
  it('takes a kind by the names that officers have for it', () => {
    for (const [said, kind] of [
      ['cabinet report', 'report'],
      ['Committee report', 'report'],
      ['scrutiny report', 'report'],
      ['briefing note', 'briefing'],
      ['Briefing paper', 'briefing'],
      ['Members’ briefing', 'briefing'],
      ['news release', 'press-release'],
      ['media-release', 'press-release'],
      ['grant application', 'pitch'],
      ['funding bid', 'pitch'],
      ['open letter', 'letter'],
      ['consultation-response', 'letter'],
      ['library strategy', 'strategy'],
      ['strategy chapter', 'strategy'],
      ['options appraisal', 'report'],
      ['town council report', 'report'],
    ] as const) {
      const parsed = parseDraft(draft(`kind: ${said}`));
      assert.deepEqual(findings('front-matter-invalid', parsed.text), [], said);
      assert.equal(analyse(parsed, builtInProject).coverage.kind.id, kind, said);
    }
  });
  it('with a kind that there is not is held to what was meant, and to nothing where that is not clear', () => {
    const rules = (kind: string) =>
      analyse(parseDraft(draft(`kind: ${kind}`)), builtInProject).findings.map(({ rule }) => rule);
    assert.deepEqual(
      rules('pres-release').filter((rule) => /^(?:area|offer|ask)/.test(rule)),
      [],
    );
    assert.ok(rules('pres-release').includes('section-missing'));
    assert.deepEqual(new Set(rules('newsletter')), new Set(['front-matter-invalid']));
    assert.ok(rules('newsletter\nareas: [digital]').includes('area-missing'));
  });
  it('puts a value in quotation marks that cannot be read without', () => {
    for (const [written, mended] of [
      ['title: Libraries: a case for more', 'title: "Libraries: a case for more"'],
      ['title:  Libraries: "a case"  # draft', `title:  'Libraries: "a case"'  # draft`],
      ['title: Ashby\'s "Top Time": a case', `title: 'Ashby''s "Top Time": a case'`],
      ['title: @home in Ashby', 'title: "@home in Ashby"'],
      ['title: "Top Time": what we found', `title: '"Top Time": what we found'`],
      ['title: "Top Time" – the first year', `title: '"Top Time" – the first year'`],
      ['title: "The "Top Time" report"', `title: 'The "Top Time" report'`],
      ['title: "Top Time" and "Quiet Hour"', `title: '"Top Time" and "Quiet Hour"'`],
      ["title: 'It's our library': a case", `title: "'It's our library': a case"`],
      ["title: 'Ashby's library'", `title: "Ashby's library"`],
      ['title: [insert title]', 'title: "[insert title]"'],
      ['author: [insert name], chair', 'author: "[insert name], chair"'],
    ] as const) {
      const text = draft(`kind: letter\n${written}\nstatus: draft`);
      const [found, ...others] = findings('front-matter-invalid', text);
      assert.deepEqual(others, [], written);
      assert.equal(text.slice(0, found!.span.start).split('\n').length, 3, written);
      assert.equal(fixed('front-matter-invalid', text), draft(`kind: letter\n${mended}\nstatus: draft`));
    }
  });
  it('says how a title with a colon is written, in its own words', () => {
    const [found] = findings('front-matter-invalid', draft('title: Libraries: a case'));
    assert.match(found!.message, /write title: "Libraries: a case"/);
    assert.equal(found!.fixes[0]!.title, 'Put it in quotation marks');
  });
  it('only hints at a title that is read as it was meant, whatever has to be done for other programs', () => {
    for (const title of [
      'Libraries: a case',
      '"Top Time": what we found',
      '"Top Time" – the first year',
      '"The "Top Time" report"',
      "'Ashby's library'",
    ]) {
      const [found, ...others] = findings('front-matter-invalid', draft(`title: ${title}\nstatus: draft`));
      assert.deepEqual(others, [], title);
      assert.equal(found!.severity, 'hint', title);
    }
  });
  it('is mended where it is clear what was meant', () => {
    assert.equal(fixed('front-matter-invalid', draft('kind: breifing')), draft('kind: briefing'));
    assert.equal(
      fixed('front-matter-invalid', draft('offers: [reading, helth-wellbeing]')),
      draft('offers: [reading, health-wellbeing]'),
    );
    assert.equal(
      fixed('front-matter-invalid', draft('rules:\n  ask-missing: waring')),
      draft('rules:\n  ask-missing: warning'),
    );
  });
});

describe('A comment to Library Advocacy', () => {
  const cases: readonly [string, readonly string[]][] = [
    ['<!-- advocacy-disable sentence-long -->', []],
    ['<!-- advocacy-disable -->', []],
    ['<!-- advocacy-covers digital, isolation -->', []],
    ['<!-- advocacy-covers none -->', []],
    ['<!-- a note of my own -->', []],
    ['<!-- advocacy-disble sentence-long -->', ['advocacy-disble']],
    ['<!-- advocacy-disable sentence-lng -->', ['sentence-lng']],
    ['<!-- advocacy-covers digitl -->', ['digitl']],
    ['<!-- advocacy-covers -->', ['advocacy-covers']],
    ['Text 🙂 <!-- advocacy-enable x --> text', ['x']],
    ['<!-- advocacy-disable sentence-long “one two” -->', ['“one two”']],
    ['<!-- advocacy-disable-file sentence-long “one” “two” -->', ['“one”', '“two”']],
    ['<!-- advocacy-disable-next-line sentence-long “One” “two” “free” -->\nOne or two.', ['“free”']],
    ['<!-- advocacy-disable-next-line sentence-long “One or” -->\nOne\nor two.', []],
  ];
  for (const [text, words] of cases) {
    it(`${text}: ${JSON.stringify(words)}`, () =>
      assert.deepEqual(marked('directive-unknown', `${text}\n`), words));
  }
  it('says as information that its words are no longer there', () => {
    const text = '<!-- advocacy-disable-next-line sentence-long “One” -->\nTwo.\n';
    const [{ severity, message } = assert.fail()] = findings('directive-unknown', text);
    assert.equal(severity, 'information');
    assert.equal(message, '“One” stands nowhere in the paragraph below: nothing is silenced.');
  });
  it('is mended where it is clear what was meant', () => {
    assert.equal(
      fixed('directive-unknown', '<!-- advocacy-covers digitl -->\n'),
      '<!-- advocacy-covers digital -->\n',
    );
  });
});
