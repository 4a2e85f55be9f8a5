import assert from 'node:assert/strict';
import { analyse } from '../../src/analysis';
import { cover } from '../../src/coverage';
import { editDraft, parseDraft } from '../../src/draft';
import { builtInFramework } from '../../src/framework';
import { builtInProject } from '../../src/project';
import { rules } from '../../src/rules';
import { skeleton } from '../../src/skeleton';

/** With something for each group of rules. */
const BODY = `# Llyfrgell

## Crynodeb

The elderly utilise the library. In 2025, 45% of adults in Ashby were lonely. Residents who have no internet at home cannot apply for jobs online, so staff teach them digital skills.

"It changed my life and I would not be without it," somebody said.

## Gwag

## Mwy

See [here](https://example.org), TBC, and ![](x.png).[^1]

#### Dwfn
`;
const OF_FORM = [
  'alt-text-missing',
  'coverage-summary',
  'footnote-missing',
  'heading-order',
  'link-text-vague',
  'placeholder-unfilled',
  'section-empty',
];

const draftIn = (language: string, body = BODY) =>
  parseDraft(`---\nkind: report\nareas: all\n${language}---\n\n${body}`);
const rulesIn = (draft: ReturnType<typeof parseDraft>): readonly string[] =>
  [...new Set(analyse(draft, builtInProject).findings.map(({ rule }) => rule))].sort();

describe('A paper that is not in English', () => {
  it('has the findings of English where it says nothing, or says that it is', () => {
    for (const language of [
      '',
      'language: en-GB\n',
      'language: en\n',
      'language: English\n',
      'language: "?"\n',
    ]) {
      const found = rulesIn(draftIn(language));
      for (const rule of [
        'inclusive-language',
        'area-missing',
        'section-missing',
        'figure-unsourced',
        ...OF_FORM,
      ])
        assert.ok(found.includes(rule), `${language}: ${rule} among ${found.join(', ')}`);
    }
  });

  for (const language of [
    'language: cy',
    'language: cy-GB',
    'language: Welsh',
    'language: Cymraeg',
    'lang: cy',
    'language: pl',
  ]) {
    it(`is not judged by English words: ${language}`, () => {
      const draft = draftIn(`${language}\n`);
      assert.deepEqual(rulesIn(draft), OF_FORM);
      const { language: tag, areas, offers } = cover(draft, builtInProject);
      assert.match(tag!, /^(?:cy|pl)/);
      assert.ok([...areas, ...offers].every(({ passages, asked }) => passages.length === 0 && !asked));
    });
  }

  describe('and says no language', () => {
    const WELSH = `# Llyfrgelloedd y sir

Mae llyfrgelloedd yn helpu pobl i ddod o hyd i waith ac i ddefnyddio'r rhyngrwyd. Nid oes gan 14% o gartrefi yn y sir gysylltiad, ac mae hyn yn effeithio ar bobl hŷn.

Gofynnir i'r Cabinet gytuno ar gyllid ar gyfer y flwyddyn, fel y mae wedi ei wneud o'r blaen.
`;
    const ENGLISH =
      'The library is open to all of the people in the county, and we are here for them with what they need on each day of the week.\n\n';

    it('is read as Welsh where it is Welsh from beginning to end', () => {
      const draft = draftIn('', WELSH);
      assert.deepEqual(rulesIn(draft), ['coverage-summary']);
      assert.equal(cover(draft, builtInProject).language, 'cy');
    });

    it('also as it becomes so by an edit, and no longer by the next', () => {
      const english = draftIn('', ENGLISH);
      const { start } = english.blocks[0]!;
      const whole = { start, end: english.text.length };
      const welsh = editDraft(english, { span: whole, text: WELSH });
      assert.equal(cover(welsh, builtInProject).language, 'cy');
      const again = editDraft(welsh, { span: { start, end: start }, text: ENGLISH.repeat(3) });
      assert.equal(cover(again, builtInProject).language, undefined);
    });

    for (const [what, body] of [
      ['it is in both languages', WELSH + ENGLISH],
      [
        'it is in English with Welsh names',
        `${ENGLISH.repeat(2)}Sialens Ddarllen yr Haf, Ar y Ffin ac Y Lle i Ni.\n`,
      ],
      [
        'its Welsh part is marked, and the rest is short',
        `Bilingual.\n\n<div lang="cy">\n\n${WELSH}\n</div>\n`,
      ],
      ['there is too little of it', '# Llyfrgelloedd y sir\n\nMae croeso i bawb yn y llyfrgell.\n'],
    ] as const)
      it(`is read as English where ${what}`, () => {
        assert.equal(cover(draftIn('', body), builtInProject).language, undefined);
      });

    it('is read as the language that it says', () => {
      assert.equal(cover(draftIn('language: en-GB\n', WELSH), builtInProject).language, undefined);
    });
  });

  it('is told of nothing but its places to fill in before anything is written', () => {
    for (const { id } of builtInFramework.kinds) {
      const text = skeleton(builtInFramework.kind(id)!, 'Llyfrgell').replace(
        /^kind:/m,
        'language: cy\nkind:',
      );
      assert.deepEqual(rulesIn(parseDraft(text)), ['placeholder-unfilled'], id);
    }
    assert.deepEqual(rulesIn(draftIn('language: cy\n', '')), []);
  });

  it('is judged anew when its front matter changes what it says', () => {
    let draft = draftIn('');
    const english = analyse(draft, builtInProject).findings.length;
    const at = draft.text.indexOf('kind:');
    draft = editDraft(draft, { span: { start: at, end: at }, text: 'language: cy\n' });
    assert.deepEqual(rulesIn(draft), OF_FORM);
    draft = editDraft(draft, { span: { start: at, end: at + 'language: cy\n'.length }, text: '' });
    assert.equal(analyse(draft, builtInProject).findings.length, english);
  });

  it('every rule has been asked whether it goes by English words', () => {
    const anyLanguage = rules.filter(({ readsEnglish }) => !readsEnglish).map(({ id }) => id);
    assert.deepEqual(
      anyLanguage.sort(),
      [
        ...OF_FORM,
        'characters-pasted',
        'configuration-invalid',
        'directive-unknown',
        'front-matter-invalid',
        'full-stop-doubled',
        'heading-single',
        'heading-typed',
        'image-missing',
        'lines-run-together',
        'list-typed',
        'numbers-disagree',
        'paragraphs-run-together',
        'table-header-missing',
        'table-typed',
        'title-missing',
      ].sort(),
    );
  });
});

describe('A part that is not in English', () => {
  const PASSAGE =
    'Residents who have no internet at home cannot apply for jobs online, so library staff teach them digital skills: 78% of the elderly found work.';
  const found = (text: string) => {
    const draft = parseDraft(`---\nkind: report\nareas: [digital]\n---\n\n# Title\n\n${text}\n`);
    const { findings, coverage } = analyse(draft, builtInProject);
    const digital = coverage.areas.find(({ topic }) => topic.id === 'digital')!;
    return {
      state: digital.state,
      marks: findings
        .filter(({ rule }) => rule === 'inclusive-language' || rule === 'placeholder-unfilled')
        .map(({ rule, span }) => `${rule} ${draft.text.slice(span.start, span.end)}`),
    };
  };

  it('is left out, with what it argues, and its form is not', () => {
    const { state, marks } = found(`<div lang="cy">\n\n${PASSAGE} [insert dyddiad]\n\n</div>`);
    assert.equal(state, 'missing');
    assert.deepEqual(marks, ['placeholder-unfilled [insert dyddiad]']);
  });

  it('ends with its element, and leaves the rest of the paper as it is', () => {
    const { state, marks } = found(`<div lang="cy">\n\nMae'r llyfrgell ar agor.\n\n</div>\n\n${PASSAGE}`);
    assert.notEqual(state, 'missing');
    assert.deepEqual(marks, ['inclusive-language the elderly']);
  });

  for (const [what, text, judged] of [
    ['an English one in it', `<div lang=cy>\n\n<div lang='en'>\n\n${PASSAGE}\n\n</div>\n\n</div>`, true],
    [
      'an element in it that says nothing',
      `<div lang=cy>\n\n<div class="box">\n\n</div>\n\n${PASSAGE}\n\n</div>`,
      false,
    ],
    ['one without an end', `<DIV class="x" LANG="cy">\n\nOne.\n\n${PASSAGE}`, false],
    ['an end without a beginning', `</div>\n\n${PASSAGE}`, true],
    ['one that says English', `<div lang="en-GB">\n\n${PASSAGE}\n\n</div>`, true],
    ['one in a comment', `<!-- <div lang="cy"> -->\n\n${PASSAGE}`, true],
    ['another attribute', `<div data-lang="cy">\n\n${PASSAGE}\n\n</div>`, true],
  ] as const) {
    it(`${what}: ${judged ? 'judged' : 'not judged'}`, () => {
      assert.deepEqual(found(text).marks, judged ? ['inclusive-language the elderly'] : []);
      assert.equal(found(text).state !== 'missing', judged);
    });
  }

  it('begins and ends as it is typed', () => {
    let draft = parseDraft(`# Title\n\n<div>\n\n${PASSAGE}\n\n</div>\n`);
    const names = () => analyse(draft, builtInProject).findings.map(({ rule }) => rule);
    assert.ok(names().includes('inclusive-language'));
    const at = draft.text.indexOf('<div') + 4;
    draft = editDraft(draft, { span: { start: at, end: at }, text: ' lang="cy"' });
    assert.ok(!names().includes('inclusive-language'));
    draft = editDraft(draft, { span: { start: at, end: at + ' lang="cy"'.length }, text: '' });
    assert.ok(names().includes('inclusive-language'));
  });

  it('counts not for the reading age', () => {
    const hard = `${'Notwithstanding considerable organisational constraints, the authority anticipates significant opportunities for participation, regeneration and sustainable community development. '.repeat(12).trim()}`;
    const ages = (text: string) =>
      analyse(parseDraft(`# Title\n\n${text}`), builtInProject).findings.filter(
        ({ rule }) => rule === 'reading-age',
      );
    assert.equal(ages(hard).length, 1);
    assert.equal(ages(`<div lang="cy">\n\n${hard}\n\n</div>`).length, 0);
  });
});
