import assert from 'node:assert/strict';
import { type MergeDocumentOptions, type MergedDraft, mergeDocument } from '../../src/merge/merge-document';
import { resolveText } from '../../src/reviews';
import { plainTemplate } from '../word/templates';
import { word } from '../word/word';
import { exported, home, Reviewer } from './reviewer';

type Act = (reviewer: Reviewer) => Reviewer;

const brought = (
  reviewer: Reviewer,
  draft: string,
  options: Partial<MergeDocumentOptions> = {},
): Promise<MergedDraft> =>
  mergeDocument(reviewer.bytes, draft, {
    changes: 'show',
    comments: 'keep',
    pictures: 'draft-images',
    export: () => exported(draft, 'always'),
    ...options,
  });

const head = (...lines: readonly string[]): string => `---\n${lines.join('\n')}\n---\n\n`;

const DETAILS = [
  'kind: briefing',
  'title: Our offer',
  'subtitle: What we do',
  'audience: Scrutiny panel',
  'author: Sam Okafor',
  'organisation: Northshire Libraries # all of them',
  'date: 2026-10-01',
  'status: Draft',
];
const WITHOUT_HEADING = `${head(...DETAILS)}Text of the paper.\n`;
const WITH_HEADING = `${head(...DETAILS)}# Our offer\n\nText of the paper.\n`;

/** What is done to the title block, what the draft tells of it, and the lines of the details where it is accepted. */
const CASES: Readonly<Record<string, readonly [act: Act, told: string, Readonly<Record<string, string>>]>> = {
  'the title': [
    (r) => r.retype('Our offer', 'What libraries give'),
    'The title was changed in Word from “Our offer” to “What libraries give”.',
    { 'title: Our offer': 'title: What libraries give' },
  ],
  'the title, to what YAML would read otherwise': [
    (r) => r.retype('Our offer', 'Libraries: yes!'),
    'The title was changed in Word from “Our offer” to “Libraries: yes!”.',
    { 'title: Our offer': 'title: "Libraries: yes!"' },
  ],
  'the subtitle': [
    (r) => r.retype('What we do', 'And why'),
    'The subtitle was changed in Word from “What we do” to “And why”.',
    { 'subtitle: What we do': 'subtitle: And why' },
  ],
  'whom it is for': [
    (r) => r.retype('Scrutiny panel', 'Cabinet'),
    'The audience was changed in Word from “Scrutiny panel” to “Cabinet”.',
    { 'audience: Scrutiny panel': 'audience: Cabinet' },
  ],
  'who wrote it': [
    (r) => r.retype('Sam Okafor', 'Jo Marsden'),
    'The author was changed in Word from “Sam Okafor” to “Jo Marsden”.',
    { 'author: Sam Okafor': 'author: Jo Marsden' },
  ],
  'the organisation, on the same line, with a remark behind it in the draft': [
    (r) => r.retype('Northshire Libraries', 'Southshire Council'),
    'The organisation was changed in Word from “Northshire Libraries” to “Southshire Council”.',
    { 'organisation: Northshire Libraries #': 'organisation: Southshire Council #' },
  ],
  'both of that line': [
    (r) => r.retype('Sam Okafor, Northshire Libraries', 'Jo Marsden, Southshire'),
    'The author was changed in Word from “Sam Okafor” to “Jo Marsden”. The organisation was changed in Word from “Northshire Libraries” to “Southshire”.',
    { 'Sam Okafor': 'Jo Marsden', 'Northshire Libraries': 'Southshire' },
  ],
  'one of that line, with what parts the two': [
    (r) => r.retype('Sam Okafor, Northshire Libraries', 'Jo Marsden, chair, Northshire Libraries'),
    'The author was changed in Word from “Sam Okafor” to “Jo Marsden, chair”.',
    { 'Sam Okafor': 'Jo Marsden, chair' },
  ],
  'the other of that line, with what parts the two': [
    (r) => r.retype('Sam Okafor, Northshire Libraries', 'Sam Okafor, Northshire Libraries, Ashby'),
    'The organisation was changed in Word from “Northshire Libraries” to “Northshire Libraries, Ashby”.',
    { 'Northshire Libraries': 'Northshire Libraries, Ashby' },
  ],
  'the date, which stays in figures': [
    (r) => r.retype('1 October 2026', '23 November 2026'),
    'The date was changed in Word from “1 October 2026” to “23 November 2026”.',
    { '2026-10-01': '2026-11-23' },
  ],
  'the date, to what is no day': [
    (r) => r.retype('1 October 2026', 'Autumn 2026'),
    'The date was changed in Word from “1 October 2026” to “Autumn 2026”.',
    { '2026-10-01': 'Autumn 2026' },
  ],
};

/** What is told and cannot be written into the details. */
const TOLD: Readonly<Record<string, readonly [act: Act, told: string]>> = {
  'a line that is gone': [
    (r) => r.change(r.paragraph('Draft'), ''),
    'The status “Draft” was taken out in Word.',
  ],
  'a line with another label': [
    (r) => r.retype('Status:', 'State of it:'),
    'Changed in what the export writes by itself: “Status:\tDraft” is now “State of it: Draft”.',
  ],
  'a line more': [
    (r) => r.paragraphAfter('Draft', 'Telephone: 01234 567 890', { like: true, tracked: false }),
    'Added in Word to what the export writes by itself: “Telephone: 01234 567 890”.',
  ],
};

describe('What a reviewer changes in the title block without tracking', () => {
  for (const [what, [act, told, lines]] of Object.entries(CASES)) {
    for (const draft of [WITHOUT_HEADING, ...(what.startsWith('the title') ? [] : [WITH_HEADING])]) {
      it(`is told where the text begins, and is no paragraph of it: ${what}`, async () => {
        const reviewer = act(await Reviewer.of(draft));
        const comment = `{>>Word, undated: ${told}<<}`;
        const { text, remark, changes, comments } = await brought(reviewer, draft);
        assert.equal(
          text,
          draft === WITH_HEADING
            ? draft.replace('# Our offer', `# Our offer${comment}`)
            : draft.replace('Text', `${comment}Text`),
        );
        assert.match(remark!, /change it in the details at the top where you accept that/);
        assert.deepEqual([changes, comments], [0, 1], 'it stands in the draft as a comment');
        assert.equal(resolveText(text, 'reject', { comments: 'drop' }), draft);
        assert.equal(await home(reviewer, text), text, 'it is told once');
      });
    }

    it(`is what the details say where it is accepted: ${what}`, async () => {
      const reviewer = act(await Reviewer.of(WITHOUT_HEADING));
      const wanted = Object.entries(lines).reduce(
        (text, [was, now]) => text.replace(was, now),
        WITHOUT_HEADING,
      );
      const { text, remark } = await brought(reviewer, WITHOUT_HEADING, { changes: 'accept' });
      assert.equal(text, wanted);
      assert.match(remark!, /changed in Word from “.*” to “.*”, and is so in the details at the top now\./);
      assert.equal((await brought(reviewer, text, { changes: 'accept' })).text, text);
    });
  }

  for (const [what, [act, told]] of Object.entries(TOLD)) {
    it(`is told: ${what}`, async () => {
      const reviewer = act(await Reviewer.of(WITHOUT_HEADING));
      const shown = WITHOUT_HEADING.replace('Text', `{>>Word, undated: ${told.replace(/\s/g, ' ')}<<}Text`);
      assert.equal(await home(reviewer, WITHOUT_HEADING), shown);
      const accepted = await brought(reviewer, WITHOUT_HEADING, { changes: 'accept', comments: 'drop' });
      assert.equal(accepted.text, WITHOUT_HEADING);
      assert.match(accepted.remark!, new RegExp(told.slice(0, 30).replace(/[“”]/g, '.')));
    });
  }

  for (const [what, [act]] of Object.entries({ ...CASES, ...TOLD })) {
    it(`leaves the draft alone where it is rejected: ${what}`, async () => {
      const reviewer = act(await Reviewer.of(WITHOUT_HEADING));
      const { text, remark } = await brought(reviewer, WITHOUT_HEADING, { changes: 'reject' });
      assert.deepEqual([text, remark], [WITHOUT_HEADING, undefined]);
    });
  }

  it('has no reference to a note in a detail, where details hold none', async () => {
    const draft =
      '---\nkind: letter\nauthor: A\ndate: 2026-10-01\n---\n\nDear Jo,\n\nWe ask.[^a]\n\nYours sincerely,\n\nA\n\n[^a]: N.\n';
    const reference =
      '</w:t></w:r><w:ins w:id="9100" w:author="Dana Petrie"><w:r><w:footnoteReference w:id="1"/></w:r></w:ins><w:r><w:t>';
    const reviewer = (await Reviewer.of(draft)).change('October 2026<', `October ${reference}2026<`);
    const { text } = await brought(reviewer, draft, { changes: 'accept' });
    assert.equal(text, draft);
  });

  it('does not take the place of what the draft says since', async () => {
    const reviewer = (await Reviewer.of(WITHOUT_HEADING)).retype('1 October 2026', '2 October 2026');
    const since = WITHOUT_HEADING.replace('2026-10-01', '2026-10-05');
    const { text, remark } = await brought(reviewer, since, { changes: 'accept' });
    assert.equal(text, since);
    assert.match(remark!, /and in the draft since: there it says “5 October 2026”, which stays\./);
  });

  it('is what the details say also of an office, which has a capital in Word and stays as it was written', async () => {
    const draft = `${head('kind: briefing', 'title: T', 'audience: the Cabinet Member for Culture', 'author: the Head of Libraries', 'organisation: the Trust')}Text.\n`;
    const reviewer = (await Reviewer.of(draft))
      .retype('The Cabinet Member for Culture', 'The Leader of the Council')
      .retype('The Head of Libraries', 'The Head of Culture');
    const { text, remark } = await brought(reviewer, draft, { changes: 'accept' });
    assert.equal(
      text,
      draft
        .replace('the Cabinet Member for Culture', 'the Leader of the Council')
        .replace('of Libraries', 'of Culture'),
    );
    assert.match(
      remark!,
      /The author was changed in Word from “the Head of Libraries” to “the Head of Culture”/,
    );
    const named = (await Reviewer.of(draft)).retype('The Head of Libraries', 'Jo Marsden');
    assert.equal(
      (await brought(named, draft, { changes: 'accept' })).text,
      draft.replace('the Head of Libraries', 'Jo Marsden'),
    );
    assert.equal(await home(await Reviewer.of(draft), draft), draft);
    const welsh = `${head('kind: briefing', 'language: cy', 'title: T', 'audience: yr Aelod Cabinet')}Testun.\n`;
    const changed = (await Reviewer.of(welsh)).retype('Yr Aelod Cabinet', 'Y Cabinet');
    assert.equal(
      (await brought(changed, welsh, { changes: 'accept' })).text,
      welsh.replace('yr Aelod Cabinet', 'y Cabinet'),
    );
  });

  it('is left to the author where the details have a list', async () => {
    const draft = `${head('kind: briefing', 'title: T', 'authors: [Sam Okafor, Lee Cole]')}Text.\n`;
    const reviewer = (await Reviewer.of(draft)).retype('Sam Okafor, Lee Cole', 'Jo Marsden');
    const { text, remark } = await brought(reviewer, draft, { changes: 'accept' });
    assert.equal(text, draft);
    assert.equal(
      remark,
      'The authors were changed in Word from “Sam Okafor, Lee Cole” to “Jo Marsden”: change it in the details at the top.',
    );
  });

  it('is what the details say also where a template prints them, in words of its own', async () => {
    const template = await plainTemplate('Paper of {{organisation}} ({{ref}}), {{date}}', '{{body}}');
    const draft = `${head('kind: briefing', 'title: T', 'organisation: Eastshire', 'ref: CAB/34', 'date: 2026-10-01')}# T\n\nText.\n`;
    const { bytes } = await word(draft, {}, { template, carry: true });
    const reviewer = new Reviewer(bytes).retype('CAB/34', 'CAB/35').retype('1 October', '9 October');
    assert.equal(
      (await brought(reviewer, draft, { changes: 'accept' })).text,
      draft.replace('CAB/34', 'CAB/35').replace('2026-10-01', '2026-10-09'),
    );
  });

  describe('is no change of the details where a source names the organisation', () => {
    const front = head(
      'kind: briefing',
      'title: T',
      'organisation: Ashby Council',
      'word: { sources: true }',
    );
    const draft = `${front}Visits rose.[^a]\n\nText.\n\n[^a]: Ashby Council, *Library survey*, 2025.\n`;
    const source = (reviewer: Reviewer): string => {
      const lines = reviewer.xml.split('<w:p>').filter((line) => line.includes('Library survey'));
      assert.equal(lines.length, 1);
      return `<w:p>${lines[0]!.slice(0, lines[0]!.indexOf('</w:p>') + 6)}`;
    };
    const told = 'Changed in what the export writes by itself: ';

    it('and that is changed, which is told as what it is', async () => {
      for (const tracked of [true, false]) {
        const reviewer = await Reviewer.of(draft);
        const line = source(reviewer);
        const own = new Reviewer(reviewer.bytes);
        own.xml = line;
        if (tracked) own.replace('Ashby Council', 'Ashby Borough Council');
        else own.retype('Ashby Council', 'Ashby Borough Council');
        reviewer.change(line, own.xml);
        const { text, remark } = await brought(reviewer, draft, { changes: 'accept' });
        assert.equal(text, draft);
        assert.ok(remark!.includes(`${told}“Ashby Council, Library survey, 2025.”`), remark);
        const shown = await home(reviewer, draft);
        assert.ok(shown.includes('is now “Ashby Borough Council, Library survey, 2025.”'), shown);
        assert.doesNotMatch(shown, /The organisation/);
      }
    });

    it('and that is gone', async () => {
      const reviewer = await Reviewer.of(draft);
      const { text, remark } = await brought(reviewer.change(source(reviewer), ''), draft);
      assert.deepEqual([text, remark], [draft, undefined]);
    });
  });

  it('says the date of a Welsh paper in figures', async () => {
    const draft = `${head('kind: briefing', 'title: T', 'language: cy', 'date: 2026-10-01')}Testun.\n`;
    const reviewer = (await Reviewer.of(draft)).retype('1 Hydref 2026', '2 Ionawr 2027');
    assert.equal(
      (await brought(reviewer, draft, { changes: 'accept' })).text,
      draft.replace('2026-10-01', '2027-01-02'),
    );
  });
});

describe('What a reviewer changes in the title block with tracking', () => {
  const draft = `${head('kind: report', 'title: Our offer', 'author: Sam Okafor', 'date: 2026-10-01')}# Our offer\n\nText.\n`;
  const told = (text: string): string => `{>>Dana Petrie, 3 Oct 2026 09:31: ${text}<<}`;
  const AUTHOR = told('The author was changed in Word from “Sam Okafor” to “Jo Marsden”.');
  const DATE = told('The date was changed in Word from “1 October 2026” to “1 November 2026”.');
  const SURE = '{>>Dana Petrie, 3 Oct 2026 10:00: Sure?<<}';
  const SHOWN: Readonly<Record<string, readonly [act: Act, title: string]>> = {
    'one of them was changed': [(r) => r.replace('Sam Okafor', 'Jo Marsden'), `Our offer${AUTHOR}`],
    'one was taken out': [
      (r) => r.deleteParagraph('Sam Okafor').delete('From:'),
      `Our offer${told('The author “Sam Okafor” was taken out in Word.')}`,
    ],
    'two of them were changed': [
      (r) => r.replace('Sam Okafor', 'Jo Marsden').replace('October', 'November'),
      `Our offer${AUTHOR}{====}${DATE}`,
    ],
    'one of them has a comment': [
      (r) => r.comment('Sam Okafor', 'Sure?'),
      `Our offer${SURE}{>>Library Advocacy, undated: This was on “From: Sam Okafor”, which the export writes by itself.<<}`,
    ],
    'the title has a comment of its own': [
      (r) => r.replace('Sam Okafor', 'Jo Marsden').comment('Our offer', 'Sure?'),
      `{==Our offer==}${SURE}{====}${AUTHOR}`,
    ],
  };
  for (const [what, [act, title]] of Object.entries(SHOWN)) {
    it(`is told once, however often it is brought home: ${what}`, async () => {
      const reviewer = act(await Reviewer.of(draft));
      const once = await home(reviewer, draft);
      assert.equal(once, draft.replace('# Our offer', `# ${title}`));
      assert.equal(await home(reviewer, once), once);
    });
  }

  it('keeps a comment of somebody who said the same of the title, and brings it home once', async () => {
    const there = draft.replace('# Our offer', `# {==Our offer==}${SURE}`);
    const reviewer = (await Reviewer.of(there)).comment('Sam Okafor', 'Sure?');
    const once = await home(reviewer, there);
    const about =
      '{>>Library Advocacy, undated: This was on “From: Sam Okafor”, which the export writes by itself.<<}';
    assert.equal(once, there.replace(SURE, `${SURE}{====}${SURE}${about}`));
    assert.equal(await home(reviewer, once), once);
  });

  describe('in a line that shows two of them, one with a comma of its own', () => {
    const other = draft.replace('Sam Okafor', 'Sam Okafor, Head of Libraries\norganisation: Ashby Council');
    const line = 'Sam Okafor, Head of Libraries, Ashby Council';
    for (const [now, told] of [
      [
        'Jo Marsden, Lead for Libraries, Ashby Town',
        'The author was changed in Word from “Sam Okafor, Head of Libraries” to “Jo Marsden, Lead for Libraries”. The organisation was changed in Word from “Ashby Council” to “Ashby Town”.',
      ],
      // Which of the two went cannot be told.
      [
        'Sam Okafor, Head of the Ashby Council',
        'Changed in what the export writes by itself: “From: Sam Okafor, Head of Libraries, Ashby Council” is now “From: Sam Okafor, Head of the Ashby Council”.',
      ],
    ] as const) {
      it(`is told as what it is: ${now}`, async () => {
        const shown = await home((await Reviewer.of(other)).retype(line, now), other);
        assert.equal(shown, other.replace('# Our offer', `# Our offer{>>Word, undated: ${told}<<}`));
      });
    }
  });

  it('leaves the draft alone where all of it is rejected and dropped', async () => {
    for (const [act] of Object.values(SHOWN))
      assert.equal(
        await home(act(await Reviewer.of(draft)), draft, { changes: 'reject', comments: 'drop' }),
        draft,
      );
  });

  it('is told once where the remarks stand as replies to each other already', async () => {
    const reviewer = SHOWN['two of them were changed']![0](await Reviewer.of(draft));
    const there = draft.replace('# Our offer', `# Our offer${AUTHOR}${DATE}`);
    assert.equal(await home(reviewer, there), there);
  });

  for (const [heading, title] of [
    ['Our plan', 'Our plan'],
    ['Our: "plan"', JSON.stringify('Our: "plan"')],
    ['Our Offer!', JSON.stringify('Our Offer!')],
  ] as const) {
    it(`is the title with the heading that it is, where that is accepted: ${heading}`, async () => {
      const reviewer = (await Reviewer.of(draft)).replace('Our offer', heading);
      assert.equal(
        await home(reviewer, draft, { changes: 'accept' }),
        draft.replace('title: Our offer', `title: ${title}`).replace('# Our offer', `# ${heading}`),
      );
    });
  }

  it('is told of a title that the heading repeats that it follows', async () => {
    const reviewer = (await Reviewer.of(draft)).replace('Our offer', 'Our plan');
    const { text, remark } = await brought(reviewer, draft);
    assert.equal(
      remark,
      'The title was changed in Word from “Our offer” to “Our plan”. The details at the top follow where you accept that.',
    );
    assert.match(resolveText(text, 'accept', { comments: 'drop' }), /^title: Our plan$/m);
  });

  it('is the heading alone where the title is another', async () => {
    const other = draft.replace('title: Our offer', 'title: Something else');
    const reviewer = (await Reviewer.of(other)).replace('offer', 'plan');
    assert.equal(
      await home(reviewer, other, { changes: 'accept' }),
      other.replace('# Our offer', '# Our plan'),
    );
  });
});
