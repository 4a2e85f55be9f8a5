import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseDraft } from '../../src/draft';
import { resolveText, reviewMarks } from '../../src/reviews';
import { runs } from '../random-runs';
import { BY, exported, home, Reviewer, who } from './reviewer';

const example = (name: string): string => readFileSync(join(__dirname, '../../../examples', name), 'utf8');
const DANA = who('Dana Petrie', '31');
const SHAH = '{>>R. Shah, 2 Oct 2026 08:15<<}';

/** Drafts with a review in them, which go to Word and come back. */
const MARKED: Readonly<Record<string, string>> = {
  changes: `We lend {++many ++}${SHAH}books{-- to all--}${SHAH} and {~~games~>toys~~}${SHAH}.\n`,
  'changes of nobody': 'We {++now ++}lend {--old --}books.\n',
  'changes in bold, links, items, cells and headings': `# The {~~old~>new~~}${SHAH} plan\n\nA **bold{++er++}${SHAH}** [link {--of ours--}${SHAH}](https://a.example).\n\n- one {++more++}${SHAH}\n\n| A | B |\n|---|---|\n| {--1--}${SHAH} | {~~2~>3~~}${SHAH} |\n`,
  'new and deleted paragraphs, items and rows': `One.\n\n{++Two.++}${SHAH}\n\n{--Three.--}${SHAH}\n\n- a\n- {++b++}${SHAH}\n\n| A |\n|---|\n| {++c++}${SHAH} |\n`,
  'comments, replies and what is resolved':
    'We lend {==books==}{>>R. Shah, 2 Oct 2026 08:15: Only books?<<}{>>Dana Petrie, 3 Oct 2026 09:31: And games.<<} and {==toys==}{>>R. Shah, 2 Oct 2026 08:16 (resolved): Fine.<<}.{>>R. Shah, 2 Oct 2026 08:17: End?<<}\n',
  'comments by hand': 'We lend {==books==}{>>needs a source<<} and {>>what else?<<}more.\n',
  'a comment on a change': `We lend {++many++}${SHAH}{>>R. Shah, 2 Oct 2026 08:16: Agreed?<<} books.\n`,
  'changes in a note': `Text.[^a]\n\n[^a]: The {~~old~>new~~}${SHAH} source.\n`,
  'changes in the first word of a note': `Text.[^a]\n\n[^a]: Ash{--e--}${SHAH}by, 2026.\n`,
  'changes beside each other that one person made': `We {~~lend~>send~~}${SHAH}{++<br>many++}${SHAH} books.\n`,
};

describe('A draft with a review in it that goes to Word and comes back', () => {
  for (const [what, draft] of Object.entries(MARKED)) {
    it(`has the same ${what}, byte for byte`, async () => {
      assert.equal(await home(await exported(draft), draft), draft);
    });
  }

  it('has a change as it is where Word accepted it', async () => {
    const draft = MARKED.changes!;
    const reviewer = await Reviewer.of(draft);
    reviewer.xml = reviewer.xml.replace(
      /<w:ins [^>]*>((?:(?!<\/w:ins>).)*many(?:(?!<\/w:ins>).)*)<\/w:ins>/s,
      '$1',
    );
    assert.equal(await home(reviewer, draft), draft.replace(`{++many ++}${SHAH}`, 'many '));
  });

  it('has a change no more where Word rejected it', async () => {
    const draft = MARKED.changes!;
    const reviewer = await Reviewer.of(draft);
    reviewer.xml = reviewer.xml.replace(
      /<w:ins [^>]*>(?:(?!<\/w:ins>).)*many(?:(?!<\/w:ins>).)*<\/w:ins>/s,
      '',
    );
    assert.equal(await home(reviewer, draft), draft.replace(`{++many ++}${SHAH}`, ''));
  });

  it('has a deletion done, or undone, where Word accepted or rejected it', async () => {
    const draft = MARKED.changes!;
    const DELETION = /<w:del [^>]*>((?:(?!<\/w:del>).)* to all(?:(?!<\/w:del>).)*)<\/w:del>/s;
    const done = await Reviewer.of(draft);
    done.xml = done.xml.replace(DELETION, '');
    assert.equal(await home(done, draft), draft.replace(`{-- to all--}${SHAH}`, ''));
    const undone = await Reviewer.of(draft);
    undone.xml = undone.xml.replace(DELETION, (_, run: string) => run.replaceAll('w:delText', 'w:t'));
    assert.equal(await home(undone, draft), draft.replace(`{-- to all--}${SHAH}`, ' to all'));
  });

  it('has a paragraph no more of which Word accepted the deletion, or rejected all of it', async () => {
    const draft = `One.\n\n{--Two.--}${SHAH}\n\n{++Three.++}${SHAH}\n\nFour.\n`;
    for (const [gone, left] of [
      ['Two.', `One.\n\n{++Three.++}${SHAH}\n\nFour.\n`],
      ['Three.', `One.\n\n{--Two.--}${SHAH}\n\nFour.\n`],
    ] as const) {
      const reviewer = await Reviewer.of(draft);
      assert.equal(await home(reviewer.change(reviewer.paragraph(gone), ''), draft), left);
    }
  });

  it('has new changes beside those that it had', async () => {
    const draft = MARKED.changes!;
    const reviewer = (await Reviewer.of(draft)).insertBefore('We lend ', 'Today ').delete(' and ');
    assert.equal(
      await home(reviewer, draft),
      `{++Today ++}${BY}${draft.replace('} and {', `}{-- and --}${BY}{`)}`,
    );
  });

  it('has what another reviewer deleted of a change, in the change', async () => {
    const draft = `We lend {++many old++}${SHAH} books.\n`;
    const reviewer = await Reviewer.of(draft);
    reviewer.delete('old');
    assert.equal(await home(reviewer, draft), `We lend {++many {--old--}${BY}++}${SHAH} books.\n`);
  });

  it('has what another reviewer added in the middle of a change, in the change', async () => {
    const draft = `One.\n\n{++We lend books.++}${SHAH}\n`;
    const reviewer = await Reviewer.of(draft);
    reviewer.xml = reviewer.xml.replace(
      /(<w:ins [^>]*[^/]>)<w:r>((?:(?!<\/w:ins>).)*)We lend books\.<\/w:t><\/w:r><\/w:ins>/s,
      (_, ins: string, look: string) =>
        `${ins}<w:r>${look}We lend </w:t></w:r></w:ins>` +
        `<w:ins w:id="1" ${DANA}><w:r>${look}many </w:t></w:r></w:ins>` +
        `${ins}<w:r>${look}books.</w:t></w:r></w:ins>`,
    );
    const shown = await home(reviewer, draft);
    assert.equal(shown, `One.\n\n{++We lend {++many ++}${BY}books.++}${SHAH}\n`);
    assert.equal(await home(await exported(shown), shown), shown);
  });

  it('has a change where it was, also where its author added the same words elsewhere that day', async () => {
    for (const draft of [
      `We lend books.\n\nWe lend {++many ++}${SHAH}games.\n`,
      `We lend books. We lend {++many ++}${SHAH}games.\n`,
    ]) {
      const reviewer = (await Reviewer.of(draft)).insertBefore('books', 'many ');
      reviewer.xml = reviewer.xml
        .replace('Dana Petrie', 'R. Shah')
        .replace('2026-10-03T09:31', '2026-10-02T10:00');
      assert.equal(
        await home(reviewer, draft),
        draft.replace('books', '{++many ++}{>>R. Shah, 2 Oct 2026 10:00<<}books'),
      );
    }
  });

  it('keeps a deletion of which Word rejected what another put directly behind it', async () => {
    const draft = `Report {--on--}${SHAH}{++of++}{>>Jo, 2 Oct 2026 09:00<<} the books.\n`;
    const reviewer = await Reviewer.of(draft);
    reviewer.xml = reviewer.xml.replace(/<w:ins (?:(?!<\/w:ins>).)*>of<(?:(?!<\/w:ins>).)*<\/w:ins>/s, '');
    assert.equal(await home(reviewer, draft), `Report {--on--}${SHAH} the books.\n`);
  });

  for (const [how, gone, word] of [
    ['accepted', 'del', 'colour'],
    ['rejected', 'ins', 'color'],
  ] as const) {
    it(`has a change within a word no more that Word ${how}`, async () => {
      const draft = `The col{~~or~>our~~}${SHAH} is red.\n`;
      const reviewer = await Reviewer.of(draft);
      reviewer.xml = reviewer.xml
        .replace(new RegExp(`<w:${gone} (?:(?!</w:${gone}>).)*</w:${gone}>`, 's'), '')
        .replace(/<\/?w:(?:ins|del)(?: [^>]*)?>/g, '')
        .replaceAll('w:delText', 'w:t');
      assert.equal(await home(reviewer, draft), `The ${word} is red.\n`);
    });
  }

  it('has a reply, and that a thread is resolved', async () => {
    const draft =
      'We lend {==books==}{>>R. Shah, 2 Oct 2026 08:15: Only books?<<}{>>Jo, 2 Oct 2026 09:00: Hm.<<}.\n';
    const reviewer = await Reviewer.of(draft);
    const replied = await home(reviewer.answer('Only books?', 'Games too.', { resolved: true }), draft);
    assert.equal(
      replied,
      'We lend {==books==}{>>R. Shah, 2 Oct 2026 08:15 (resolved): Only books?<<}{>>Jo, 2 Oct 2026 09:00: Hm.<<}{>>Dana Petrie, 3 Oct 2026 10:00: Games too.<<}.\n',
    );
  });

  it('has a thread resolved, or open again, to which nobody said more', async () => {
    const thread = (state: string): string =>
      `We lend {==books==}{>>R. Shah, 2 Oct 2026 08:15${state}: Only books?<<}{>>Jo, 2 Oct 2026 09:00: Hm.<<}.\n`;
    const [open, resolved] = [thread(''), thread(' (resolved)')];
    for (const [draft, done, expected] of [
      [open, true, resolved],
      [resolved, false, open],
      [open, false, open],
      [resolved, true, resolved],
    ] as const) {
      assert.equal(await home((await Reviewer.of(draft)).settle('Only books?', done), draft), expected);
    }
  });

  it('has a comment that says what the same person said in that paragraph before', async () => {
    const SAID = '{>>Dana Petrie, 3 Oct 2026 10:00: Source?<<}';
    const draft = `We lend {==books==}${SAID} and games and toys.\n`;
    for (const words of ['We', 'games']) {
      const reviewer = (await Reviewer.of(draft)).comment(words, 'Source?');
      const shown = draft.replace(words, `{==${words}==}${SAID}`);
      assert.equal(await home(reviewer, draft), shown);
      // The draft has changed since, and then has the review already.
      assert.equal(await home(reviewer, draft.replace('toys', 'tools')), shown.replace('toys', 'tools'));
      assert.equal(await home(reviewer, shown), shown);
    }
  });

  it('loses nobody’s comment and nobody’s change in five rounds, each with another reviewer', async () => {
    for (const name of ['cabinet-report.md', 'press-release.md']) {
      let draft = example(name);
      const first = draft;
      const remarks: string[] = [];
      for (let round = 1; round <= 5; round++) {
        const reviewer = await Reviewer.of(draft);
        const runs = reviewer.longRuns();
        for (let at = 0; at < 6; at++) {
          const words = runs[(at * 11 + round * 3) % runs.length]!.split(' ');
          const place = words.slice(1, 4).join(' ');
          const remark = `Remark ${at} of round ${round} on ${name}`;
          try {
            if (at % 3 === 0) reviewer.comment(place, remark, { author: `Reviewer ${round}` });
            else if (at % 3 === 1) reviewer.insertAfter(place, ` added${round}${at}`);
            else reviewer.delete(place);
            if (at % 3 === 0) remarks.push(remark);
            if (at % 3 === 1) remarks.push(`added${round}${at}`);
          } catch {
            // An earlier change of this round has taken the words apart.
          }
        }
        draft = await home(reviewer, draft);
        for (const remark of remarks) assert.ok(draft.includes(remark), `${remark} after round ${round}`);
        assert.equal(
          resolveText(draft, 'reject', { comments: 'drop' }),
          first,
          `rejected after round ${round}`,
        );
      }
      assert.ok(remarks.length >= 10, `${remarks.length} remarks`);
      assert.ok(reviewMarks(parseDraft(draft)).changes.length >= 10);
    }
  });

  it('is the same after any number of rounds in which nothing is done', async () => {
    const piece = fc.constantFrom(
      'one',
      'two **bold** words',
      '`code`',
      `{++added++}${SHAH}`,
      `{--gone--}${SHAH}`,
      `{~~old~>new~~}${SHAH}`,
      '{==on this==}{>>R. Shah, 2 Oct 2026 08:15: Why?<<}',
      '[a link](https://a.example)',
    );
    const line = fc
      .array(piece, { minLength: 1, maxLength: 6 })
      .map((pieces) => `So ${pieces.join(' and ')} it is.`);
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 4 }), async (lines) => {
        const draft = `${lines.join('\n\n')}\n`;
        assert.equal(await home(await exported(draft), draft), draft);
      }),
      { numRuns: runs(40) },
    );
  });
});
