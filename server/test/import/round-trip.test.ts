import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { importDocument } from '../../src/import';
import { docx, HEADINGS, item, LISTS, para, run, styled, table } from '../docx/make';
import { runs } from '../random-runs';

const RUNS = runs(100);
const processor = unified().use(remarkParse).use(remarkGfm);

/** What is easily taken for markup. */
const SIGNS = fc.constantFrom(
  ...'\\`*_{}[]()#+-.!|<>~=:&^"\'/@$%,; aZ1é—’',
  '  ',
  '++}',
  '{++',
  '--}',
  '{--',
  '~>',
  '{>>',
  '<<}',
  '{==',
  '](',
  '](x)',
  '[^1]',
  '[^1]:',
  '[a]: ',
  '![',
  'http://a.bc/d_e',
  'https://x.org/*',
  'www.a.bc',
  'a@b.cd',
  '&amp;',
  '&#38;',
  '&nbsp',
  '<b>',
  '<!--',
  '</p>',
  '1. ',
  '12) ',
  '- ',
  '* ',
  '+ ',
  '# ',
  '> ',
  '---',
  '===',
  '***',
  '___',
  '~~~',
  '```',
  '|-|',
  '[ ] ',
  '[x] ',
  '\u00a0',
  'word',
);
const TEXT = fc.array(SIGNS, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(''));

function parsed(body: string): Root {
  const { markdown } = importDocument(docx(body, { styles: HEADINGS, numbering: LISTS }));
  return processor.parse(markdown.replace(/^---\n(?:[a-z]+: .*\n)+---\n\n/, ''));
}

/** The text of a node, with a line end for a break. */
function textOf(node: Nodes): string {
  if (node.type === 'break') return '\n';
  if (node.type === 'html') return '';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

const read = (text: string): string => text.replace(/^[ \t\u00a0]+|[ \t\u00a0]+$/g, '');
const only = (root: Root): Nodes => {
  assert.equal(root.children.length, 1);
  return root.children[0]!;
};

describe('Text that is imported reads back as the same text', () => {
  const places: readonly (readonly [where: string, type: string, body: (text: string) => string])[] = [
    ['a paragraph', 'paragraph', (text) => para(run(text))],
    ['a heading', 'heading', (text) => styled('berschrift2', run(text))],
    ['an item', 'list', (text) => item(1, run(text))],
    ['an item that is counted', 'list', (text) => item(2, run(text))],
    ['a cell', 'table', (text) => table([[para(run(text))]])],
  ];
  for (const [where, type, body] of places) {
    it(`in ${where}`, () => {
      fc.assert(
        fc.property(
          TEXT.filter((text) => read(text) !== ''),
          (text) => {
            const node = only(parsed(body(text)));
            assert.equal(node.type, type);
            assert.equal(read(textOf(node)), read(text));
          },
        ),
        { numRuns: RUNS, examples: [['a@b.cd___https://x.org/*']] },
      );
    });
  }

  it('on several lines of a paragraph', () => {
    fc.assert(
      fc.property(
        fc.array(
          TEXT.filter((text) => read(text) !== ''),
          { minLength: 2, maxLength: 3 },
        ),
        (lines) => {
          const node = only(parsed(para(lines.map((line) => run(line)).join('<w:r><w:br/></w:r>'))));
          assert.equal(node.type, 'paragraph');
          assert.deepEqual(textOf(node).split('\n').map(read), lines.map(read));
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('in a link and beside it', () => {
    fc.assert(
      fc.property(
        TEXT,
        TEXT.filter((text) => read(text) !== ''),
        TEXT,
        (before, text, after) => {
          const link = `<w:hyperlink r:id="l">${run(text)}</w:hyperlink>`;
          const { markdown } = importDocument(
            docx(para(run(before) + link + run(after)), { links: { l: 'https://example.org/a' } }),
          );
          const root = processor.parse(markdown);
          assert.equal(read(textOf(only(root))), read(before + text + after));
          const links = [...linksOf(root)].filter(({ url }) => url === 'https://example.org/a');
          assert.deepEqual(links.map(textOf).map(read), [read(text)]);
        },
      ),
      { numRuns: RUNS },
    );
  });

  interface Shown {
    readonly character: string;
    readonly bold: boolean;
    readonly italic: boolean;
    readonly strike: boolean;
  }

  it('with its emphasis, letter by letter', () => {
    const format = fc.record({ bold: fc.boolean(), italic: fc.boolean(), strike: fc.boolean() });
    const words = fc.constantFrom(
      'a',
      'word',
      ' ',
      'b ',
      ' c',
      '(',
      ')',
      '.',
      '“',
      '*',
      '_',
      '~',
      ' d e ',
      'é',
      '1',
    );
    fc.assert(
      fc.property(
        fc
          .array(fc.tuple(words, format), { minLength: 1, maxLength: 6 })
          .filter((all) => all.some(([text]) => text.trim() !== '')),
        (all) => {
          const body = all
            .map(([text, { bold, italic, strike }]) =>
              run(text, `${bold ? '<w:b/>' : ''}${italic ? '<w:i/>' : ''}${strike ? '<w:strike/>' : ''}`),
            )
            .join('');
          const wanted = all.flatMap(([text, own]) =>
            Array.from(text, (character): Shown => ({ character, ...own })),
          );
          const isWord = ({ character }: Shown): boolean => character.trim() !== '';
          const { markdown } = importDocument(docx(para(body)));
          const root = processor.parse(markdown);
          const got = shown(only(root));
          assert.deepEqual(got.filter(isWord), wanted.filter(isWord), markdown);
          assert.equal(
            read(got.map(({ character }) => character).join('')),
            read(wanted.map(({ character }) => character).join('')),
          );
        },
      ),
      { numRuns: RUNS * 3 },
    );
  });

  const ELEMENTS: Readonly<Record<string, 'bold' | 'italic' | 'strike'>> = {
    strong: 'bold',
    em: 'italic',
    del: 'strike',
    delete: 'strike',
    emphasis: 'italic',
  };

  /** Each letter with its format, by Markdown's signs and by elements of HTML. */
  function shown(root: Nodes): Shown[] {
    const out: Shown[] = [];
    const depth = { bold: 0, italic: 0, strike: 0 };
    const walk = (node: Nodes): void => {
      const name = ELEMENTS[node.type];
      if (name) depth[name]++;
      if (node.type === 'html') {
        const [, end, tag = ''] = /^<(\/?)(\w+)>$/.exec(node.value) ?? [];
        const own = ELEMENTS[tag];
        if (own) depth[own] += end ? -1 : 1;
      } else if ('value' in node) {
        for (const character of node.value)
          out.push({ character, bold: depth.bold > 0, italic: depth.italic > 0, strike: depth.strike > 0 });
      } else if ('children' in node) node.children.forEach(walk);
      if (name) depth[name]--;
    };
    walk(root);
    return out;
  }
});

function* linksOf(node: Nodes): Generator<Nodes & { url: string }> {
  if (node.type === 'link') yield node;
  if ('children' in node) for (const child of node.children) yield* linksOf(child);
}
