import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { readCommentText } from '../../src/criticmarkup/comment-text';
import { parseMarkdown } from '../../src/draft/parser/markdown';
import { importDocument } from '../../src/import';
import { comment, deleted, docx, inserted, marked, para, run, table } from '../docx/make';
import { runs } from '../random-runs';

const RUNS = runs(100);

/** What is read of Markdown with changes and comments. */
interface Reviewed {
  /** Paragraphs and cells that are not empty. */
  accepted: string[];
  rejected: string[];
  comments: string[];
}

function reviewed(markdown: string): Reviewed {
  const out: Reviewed = { accepted: [], rejected: [], comments: [] };
  const now = { accepted: '', rejected: '' };
  const walk = (node: Nodes, gone: { accepted: boolean; rejected: boolean }): void => {
    if (node.type === 'criticComment') {
      const { text } = readCommentText(node.value);
      if (text !== '') out.comments.push(text);
    } else if (node.type === 'criticDeletion')
      for (const child of node.children) walk(child, { ...gone, accepted: true });
    else if (node.type === 'criticInsertion')
      for (const child of node.children) walk(child, { ...gone, rejected: true });
    else if ('children' in node) {
      for (const child of node.children) walk(child, gone);
      if (node.type !== 'paragraph' && node.type !== 'tableCell') return;
      for (const how of ['accepted', 'rejected'] as const) {
        const text = flat(now[how]);
        if (text !== '') out[how].push(text);
        now[how] = '';
      }
    } else if ('value' in node && node.type !== 'html') {
      if (!gone.accepted) now.accepted += node.value;
      if (!gone.rejected) now.rejected += node.value;
    }
  };
  for (const node of parseMarkdown(markdown, undefined)) walk(node, { accepted: false, rejected: false });
  return out;
}

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

type Change = '' | 'inserted' | 'deleted';
interface Piece {
  readonly text: string;
  readonly change: Change;
  readonly by: string;
  readonly bold: boolean;
}

const PIECE: fc.Arbitrary<Piece> = fc.record({
  text: fc.constantFrom(
    'a ',
    'word',
    ' b',
    '(c)',
    '~',
    '~>',
    '+',
    '++',
    '--}',
    '{',
    '=',
    '*d*',
    '_e',
    '\\',
    '[f]',
    '<g>',
    '|',
    ' ',
    'http://a.bc/',
  ),
  change: fc.constantFrom<Change>('', '', 'inserted', 'deleted'),
  by: fc.constantFrom('Dana Petrie', 'Cllr. M. Ó Briain: (Finance)'),
  bold: fc.boolean(),
});

function written({ text, change, by, bold }: Piece): string {
  const properties = bold ? '<w:b/>' : '';
  const author = `w:author="${by}" w:date="2026-10-03T09:31:00Z"`;
  if (change === 'inserted') return inserted(run(text, properties), author);
  if (change === 'deleted')
    return deleted(text, author).replace('<w:delText', `<w:rPr>${properties}</w:rPr><w:delText`);
  return run(text, properties);
}

const accepted = (pieces: readonly Piece[]): string =>
  pieces.map(({ text, change }) => (change === 'deleted' ? '' : text)).join('');
const rejected = (pieces: readonly Piece[]): string =>
  pieces.map(({ text, change }) => (change === 'inserted' ? '' : text)).join('');

describe('A review that is imported', () => {
  it('gives the right text both accepted and rejected', () => {
    fc.assert(
      fc.property(fc.array(PIECE, { minLength: 1, maxLength: 7 }), (pieces) => {
        const { markdown } = importDocument(docx(para(pieces.map(written).join(''))));
        const got = reviewed(markdown);
        assert.deepEqual(
          [got.accepted.join(), got.rejected.join()],
          [flat(accepted(pieces)), flat(rejected(pieces))],
          markdown,
        );
      }),
      { numRuns: RUNS * 3 },
    );
  });

  it('gives the right paragraphs, whichever ends of paragraphs were inserted or deleted', () => {
    const paragraph = fc.record({
      pieces: fc.array(PIECE, { maxLength: 3 }),
      mark: fc.constantFrom<Change>('', '', 'inserted', 'deleted'),
    });
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 5 }), (all) => {
        const body = all
          .map(({ pieces, mark }) =>
            para(
              pieces.map(written).join('') || '<w:r/>',
              mark === '' ? '' : marked(mark === 'inserted' ? 'ins' : 'del'),
            ),
          )
          .join('');
        const joined = (own: (pieces: readonly Piece[]) => string, gone: Change): string[] => {
          const out: string[] = [];
          let open = '';
          for (const [at, { pieces, mark }] of all.entries()) {
            open += own(pieces);
            if (mark === gone && at < all.length - 1) continue;
            if (flat(open) !== '') out.push(flat(open));
            open = '';
          }
          return out;
        };
        const { markdown } = importDocument(docx(body));
        const got = reviewed(markdown);
        const words = (texts: readonly string[]) => texts.map((text) => text.replace(/ /g, ''));
        assert.deepEqual(words(got.accepted), words(joined(accepted, 'deleted')), markdown);
        assert.deepEqual(words(got.rejected), words(joined(rejected, 'inserted')), markdown);
        for (const how of ['accept', 'reject'] as const) {
          const plain = reviewed(importDocument(docx(body), { changes: how }).markdown).accepted;
          const wanted = how === 'accept' ? joined(accepted, 'deleted') : joined(rejected, 'inserted');
          assert.deepEqual(plain, wanted);
        }
      }),
      { numRuns: RUNS * 2 },
    );
  });

  it('loses no comment, wherever it begins and ends', () => {
    const edge = fc.nat({ max: 6 });
    const range = fc
      .tuple(edge, edge)
      .map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const);
    fc.assert(
      fc.property(
        fc.array(PIECE, { minLength: 1, maxLength: 6 }),
        fc.array(range, { minLength: 1, maxLength: 5 }),
        fc.boolean(),
        (pieces, ranges, isDivided) => {
          let body = '';
          for (let at = 0; at <= 6; at++) {
            for (const [id, [, end]] of ranges.entries())
              if (end === at && ranges[id]![0] < at)
                body += `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;
            for (const [id, [start, end]] of ranges.entries()) {
              if (start === at && end > at) body += `<w:commentRangeStart w:id="${id}"/>`;
              if (start === at && end === at) body += `<w:r><w:commentReference w:id="${id}"/></w:r>`;
            }
            if (at === 3 && isDivided) body += '</w:p><w:p>';
            const piece = pieces[at];
            if (piece !== undefined) body += written(piece);
          }
          const comments = ranges.map((_, id) => comment(id, `Comment ${id}`)).join('');
          const { markdown } = importDocument(docx(`<w:p>${body}</w:p>`, { comments }));
          const got = reviewed(markdown);
          assert.deepEqual(
            [...got.comments].sort(),
            ranges.map((_, id) => `Comment ${id}`),
            markdown,
          );
          const text = (own: (pieces: readonly Piece[]) => string): string => own(pieces).replace(/\s/g, '');
          assert.deepEqual(
            [got.accepted.join('').replace(/\s/g, ''), got.rejected.join('').replace(/\s/g, '')],
            [text(accepted), text(rejected)],
            markdown,
          );
        },
      ),
      { numRuns: RUNS * 2 },
    );
  });

  it('gives the right text in the cells of a table', () => {
    const cell = fc.array(PIECE, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(cell, cell, (one, other) => {
        const row = [one, other].map((pieces) => para(pieces.map(written).join('')));
        const { markdown } = importDocument(docx(table([['Left', 'Right'], row])));
        const got = reviewed(markdown);
        const wanted = (own: (pieces: readonly Piece[]) => string) =>
          ['Left', 'Right', flat(own(one)), flat(own(other))].filter((text) => text !== '');
        assert.deepEqual([got.accepted, got.rejected], [wanted(accepted), wanted(rejected)], markdown);
      }),
      { numRuns: RUNS },
    );
  });
});
