import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Paragraph } from 'mdast';
import { commentText, readCommentText } from '../../src/criticmarkup/comment-text';
import {
  commentAt,
  commentMark,
  commentOn,
  deleted,
  escapeDelimiters,
  inserted,
  substituted,
} from '../../src/criticmarkup/serialize';
import type { Comment } from '../../src/criticmarkup/types';
import { parseDraft } from '../../src/draft';
import { leavesOf } from '../../src/merge/leaves';

const DANA = { author: 'Dana Petrie', date: '2026-10-03T09:31:00Z' };

describe('writing CriticMarkup', () => {
  it('puts who changed what, and when, behind the change', () => {
    assert.equal(inserted('in every ward', DANA), '{++in every ward++}{>>Dana Petrie, 3 Oct 2026 09:31<<}');
    assert.equal(deleted('a *few*', { author: 'Lee' }), '{--a *few*--}{>>Lee, undated<<}');
    assert.equal(substituted('some', 'most'), '{~~some~>most~~}');
    // Midnight is how Word writes a day.
    assert.equal(
      inserted('x', { author: 'Lee', date: '2026-10-03T00:00:00Z' }),
      '{++x++}{>>Lee, 3 Oct 2026<<}',
    );
  });

  it('writes nothing where nothing changed, and one change where one side is empty', () => {
    assert.equal(inserted(''), '');
    assert.equal(deleted('', DANA), '');
    assert.equal(substituted('', 'new'), '{++new++}');
    assert.equal(substituted('old', ''), '{--old--}');
  });

  it('writes two changes where tildes in the text would be taken for those between', () => {
    assert.equal(
      substituted('~~gone~~', 'new', { author: 'Lee', date: '2026-01-02' }),
      '{--~~gone~~--}{>>Lee, 2 Jan 2026<<}{++new++}{>>Lee, 2 Jan 2026<<}',
    );
  });

  it('never lets the text escape its own end', () => {
    assert.equal(inserted('C:\\'), '{++C:\\\\++}');
    assert.equal(inserted('C:\\\\'), '{++C:\\\\++}');
  });

  for (const [text, written] of [
    ['the {', 'the \\{'],
    ['{-', '\\{-'],
    ['{+', '\\{+'],
    ['\\{', '\\{'],
    ['\\\\{', '\\\\\\{'],
    ['`{`', '`{`'],
    ['} or {name}', '} or {name}'],
  ] as const) {
    it(`lets no brace in ${text} make a delimiter of the one behind it`, () => {
      const marked = [
        inserted(text),
        deleted(text),
        substituted('old', text),
        commentOn(text, [{ author: '', text: 'Why?' }]),
      ];
      assert.deepEqual(marked, [
        `{++${written}++}`,
        `{--${written}--}`,
        `{~~old~>${written}~~}`,
        `{==${written}==}{>>Why?<<}`,
      ]);
      const types = marked.map((one) => {
        const { node } = leavesOf(parseDraft(`So ${one}`))[0]!;
        return (node as Paragraph).children.map(({ type }) => type)[1];
      });
      assert.deepEqual(types, ['criticInsertion', 'criticDeletion', 'criticDeletion', 'criticHighlight']);
    });
  }

  it('writes comments with their replies, and whether they are resolved', () => {
    assert.equal(
      commentOn('40%', [
        { ...DANA, text: 'Where from?', resolved: true },
        { author: 'Lee', date: '2026-10-04', text: 'CIPFA.\nI add it.' },
      ]),
      '{==40%==}{>>Dana Petrie, 3 Oct 2026 09:31 (resolved): Where from?<<}{>>Lee, 4 Oct 2026: CIPFA. ¶ I add it.<<}',
    );
    assert.equal(commentOn('', [{ author: '', text: 'Here' }]), '{>>Here<<}');
  });

  it('keeps a comment at a point apart from the one before it', () => {
    const one = commentAt([{ author: '', text: 'One' }]);
    assert.equal(one + commentAt([{ author: '', text: 'Two' }], one), '{>>One<<}{====}{>>Two<<}');
  });

  it('escapes delimiters that are meant as they are', () => {
    assert.equal(
      escapeDelimiters('{++a+++} {--b--} {~~c~>d~~} {==e==} {>>f<<}'),
      ['\\{++a++\\+} \\{--b-\\-} \\{~~c~\\>d~\\~} \\{==e=\\=} \\{>>f<<}'].join(),
    );
    assert.equal(escapeDelimiters('{a} + 1 -- 2 ~> ++'), '{a} + 1 -- 2 ~\\> ++');
  });

  for (const [text, source] of [
    ['Agreed & noted, 3 < 4 > 2', 'Agreed & noted, 3 < 4 > 2'],
    ['noted <thanks> </b> <!-- <?x', 'noted \\<thanks> \\</b> \\<!-- \\<?x'],
    ['\\<b>', '\\\\\\<b>'],
    ['![](https://evil.example/x.png) [a](b)', '![\\](https://evil.example/x.png) [a\\](b)'],
    ['a <<} b', 'a <\\<} b'],
    ['ends with \\', 'ends with \\\\'],
    ['DOMAIN\\dana \\*', 'DOMAIN\\dana \\\\*'],
    ['a | b and `code', 'a \\| b and \\`code'],
    ['Line\n\nnext ¶', 'Line ¶  ¶ next \\¶'],
    ['Dana, 3 Oct 2026: said so', 'Dana\\, 3 Oct 2026: said so'],
    ['3 Oct 2026 09:31: said so', '3 Oct 2026 09:31\\: said so'],
    ['(resolved): no', '(resolved)\\: no'],
  ] as const) {
    it(`writes the comment ${JSON.stringify(text)} so that it is read as it is`, () => {
      assert.equal(commentText({ author: '', text }), source);
      assert.deepEqual(readCommentText(source), { author: '', text });
    });
  }
});

describe('the name of who wrote a comment', () => {
  for (const [author, source] of [
    ['Siân Ó Néill-Petrie (she/her)', 'Siân Ó Néill-Petrie (she/her)'],
    ['Dana <dana@ashby.example>', 'Dana \\<dana@ashby.example>'],
    ['<img src=x onerror=alert(1)>', '\\<img src=x onerror=alert(1)>'],
    ['</p><!--', '\\</p>\\<!--'],
    ['\\<script>', '\\\\\\<script>'],
  ] as const) {
    it(`${JSON.stringify(author)} begins no HTML, and is read as it is`, () => {
      const comment = { author, date: '2026-11-30T09:15:00Z', text: 'Why?' };
      assert.equal(commentText(comment), `${source}, 30 Nov 2026 09:15: Why?`);
      assert.deepEqual(readCommentText(commentText(comment)), comment);
      assert.equal(inserted('x', { author }), `{++x++}{>>${source}, undated<<}`);
    });
  }

  it('stands on one line', () => {
    const source = commentText({ author: 'Dana\r\n\r\n# Petrie\u2028<b>', text: 'Why?' });
    assert.equal(source, 'Dana # Petrie \\<b>, undated: Why?');
  });
});

describe('reading the text of a comment', () => {
  for (const [source, comment] of [
    ['needs a source', { author: '', text: 'needs a source' }],
    [' Petrie, Dana, 3 Oct 2026: Why?', { author: 'Petrie, Dana', date: '2026-10-03', text: 'Why?' }],
    ['Lee, 13 September 2026 07:05', { author: 'Lee', date: '2026-09-13T07:05:00Z', text: '' }],
    ['Lee, undated (resolved): Done', { author: 'Lee', text: 'Done', resolved: true }],
    ['3 Oct 2026: So', { author: '', date: '2026-10-03', text: 'So' }],
    ['Lee, 31 Jun 2026: So', { author: '', text: 'Lee, 31 Jun 2026: So' }],
    ['Note: this', { author: '', text: 'Note: this' }],
    ['two\n lines', { author: '', text: 'two lines' }],
  ] as const) {
    it(`reads ${JSON.stringify(source)}`, () => assert.deepEqual(readCommentText(source), comment));
  }

  it('gives back whatever was written', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 6 }),
      fc.constantFrom(
        '<<}',
        '<b>',
        '</',
        '{>>',
        '\\',
        '¶',
        ', 3 Oct 2026',
        ' 09:31',
        ' (resolved)',
        '(resolved)',
        ':',
        'undated',
        '\n',
        '`',
        '|',
        ', ',
      ),
    );
    const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
    const author = fc.oneof(
      fc.constantFrom('', 'Dana Petrie', 'Petrie, Dana', 'DOMAIN\\dana', 'A: (b)', '<b>', 'a\\</b>'),
      fc.string({ maxLength: 12 }),
    );
    const minute = fc
      .date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((date) => `${date.toISOString().slice(0, 16)}:00Z`)
      .filter((at) => !at.includes('T00:00'));
    const date = fc.option(
      fc.oneof(
        minute,
        minute.map((at) => at.slice(0, 10)),
      ),
      { nil: undefined },
    );
    fc.assert(
      fc.property(author, date, text, fc.boolean(), (author, date, text, resolved) => {
        const comment: Comment = { author, ...(date && { date }), text, ...(resolved && { resolved }) };
        const source = commentMark(comment);
        assert.equal(source.indexOf('<<}'), source.length - 3);
        assert.deepEqual(readCommentText(source.slice(3, -3)), {
          ...comment,
          author: author.replace(/\s+/g, ' ').trim(),
          text: text
            .split(/\r\n|\n|\r/)
            .map((line) => line.trim())
            .join('\n')
            .trim(),
        });
      }),
    );
  });

  it('reads a long comment in time that grows with its length', () => {
    const { text } = readCommentText('a, 3 Oct 2026 '.repeat(100_000));
    assert.equal(text.length, 1_399_999);
  });
});
