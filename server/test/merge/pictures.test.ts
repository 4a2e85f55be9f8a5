import assert from 'node:assert/strict';
import { type MergeDocumentOptions, type MergedDraft, mergeDocument } from '../../src/merge/merge-document';
import { blankPng } from '../word/pictures/png';
import { word } from '../word/word';
import { BY, exported, home, Reviewer } from './reviewer';

const ROOM = blankPng({ width: 40, height: 20 });
const SHELF = blankPng({ width: 20, height: 40 });

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

describe('A picture that a reviewer adds', () => {
  type Case = readonly [draft: string, act: (r: Reviewer) => Reviewer, shown: (picture: string) => string];
  const WORD = '{>>Word, undated<<}';
  const CASES: Readonly<Record<string, Case>> = {
    'in a paragraph': [
      'We lend books. More.\n',
      (r) => r.picture('We lend books.', ROOM, { alt: 'The room' }),
      (file) => `We lend books.{++![The room](${file})++}${BY} More.\n`,
    ],
    'without tracking': [
      'We lend books.\n',
      (r) => r.picture('We lend books.', ROOM, { alt: 'The room', tracked: false }),
      (file) => `We lend books.{++![The room](${file})++}${WORD}\n`,
    ],
    'without a description': [
      'We lend books.\n',
      (r) => r.picture('We lend books.', ROOM),
      (file) => `We lend books.{++![](${file})++}${BY}\n`,
    ],
    'in a new paragraph': [
      'First.\n\nSecond.\n',
      (r) =>
        r.paragraphAfter('First.', 'See: ').picture('See: ', ROOM, { alt: '[Room] *1*', tracked: false }),
      (file) => `First.\n\n{++See: ![\\[Room\\] \\*1\\*](${file})++}${BY}\n\nSecond.\n`,
    ],
    'in a cell': [
      '| A | B |\n|---|---|\n| 1 | 2 |\n',
      (r) => r.picture('1', ROOM, { alt: 'One|two' }),
      (file) => `| A | B |\n|---|---|\n| 1{++![One\\|two](${file})++}${BY} | 2 |\n`,
    ],
  };
  for (const [what, [draft, act, shown]] of Object.entries(CASES)) {
    it(`is a picture in the draft, in a file of its own: ${what}`, async () => {
      const reviewer = act(await Reviewer.of(draft));
      const { text, pictures } = await brought(reviewer, draft);
      assert.deepEqual(
        pictures.map(({ bytes }) => bytes),
        [ROOM],
      );
      assert.match(pictures[0]!.name, /^picture-[0-9a-f-]+\.png$/);
      assert.equal(text, shown(`draft-images/${pictures[0]!.name}`));
      assert.equal(await home(reviewer, text), text, 'it is brought home once');
      assert.equal(await home(reviewer, draft, { changes: 'reject' }), draft);
    });
  }

  it('does not take the place of another one that the same person added there before', async () => {
    const draft = 'We lend books.\n';
    const first = await brought(
      (await Reviewer.of(draft)).picture('We lend books.', ROOM, { alt: 'Picture' }),
      draft,
    );
    const second = await brought(
      (await Reviewer.of(draft)).picture('We lend books.', SHELF, { alt: 'Picture' }),
      first.text,
    );
    for (const { pictures } of [first, second])
      assert.ok(second.text.includes(`{++![Picture](draft-images/${pictures[0]!.name})++}`), second.text);
  });

  it('is the one that the draft has where it was moved', async () => {
    const draft = 'First.\n\n![The room](room.png)\n\nLast.\n';
    const { bytes } = await word(draft, { 'room.png': ROOM }, { carry: true });
    const reviewer = new Reviewer(bytes);
    const part = /Target="\/word\/media\/([^"]*)"/.exec(reviewer.part('word/_rels/document.xml.rels'))![1]!;
    const { text, pictures } = await brought(
      reviewer.picture('Last.', ROOM, { alt: 'The room', name: part }),
      draft,
    );
    assert.equal(text, draft.replace('Last.', `Last.{++![The room](room.png)++}${BY}`));
    assert.deepEqual(pictures, []);
  });

  it('comes home, too, where its paragraph was deleted in the draft since', async () => {
    const draft = 'First of all.\n\nWe lend many books to everybody.\n';
    const reviewer = (await Reviewer.of(draft)).picture('to everybody.', ROOM, { alt: 'The room' });
    const { text, pictures } = await brought(reviewer, 'First of all.\n');
    assert.match(
      text,
      new RegExp(`books to everybody\\.!\\[The room\\]\\(draft-images/${pictures[0]!.name}\\)`),
    );
  });

  it('is its description where it is none that can be kept, which is said', async () => {
    const draft = 'We lend books.\n';
    const reviewer = (await Reviewer.of(draft)).picture('We lend books.', new Uint8Array(40), {
      alt: 'The room',
    });
    const { text, pictures, remark } = await brought(reviewer, draft);
    assert.equal(text, `We lend books.{++The room++}${BY}\n`);
    assert.deepEqual(pictures, []);
    assert.match(remark!, /^A picture is left out: /);
  });
});
