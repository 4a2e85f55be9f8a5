import { BorderStyle, Paragraph, Tab, TextRun } from 'docx';
import type { Draft } from '../draft/types';
import type { Properties } from './properties';
import { run } from './runs';
import { STYLE } from './styles';
import { plainText } from './text';

export interface TitleBlock {
  /** What stands above the text. */
  readonly paragraphs: readonly Paragraph[];
  /** Whether the text's first heading is the title, so that the block follows it. */
  readonly afterFirstHeading: boolean;
  /** Whether that heading is left out, since the template prints the title. */
  readonly withoutFirstHeading: boolean;
}

/**
 * Title, subtitle, and who wrote it for whom and when, as far as the front matter says so.
 *
 * @param elsewhere names of what a template prints itself
 */
export function titleBlock(
  draft: Draft,
  properties: Properties,
  elsewhere: ReadonlySet<string> = new Set(),
): TitleBlock {
  const first = draft.blocks[0]?.block.node;
  const heading = first?.type === 'heading' && first.depth === 1 ? plainText(first) : undefined;
  const { title } = properties;
  // A title that is the first heading, too, is not printed twice.
  const repeated = heading !== undefined && (title === undefined || same(title, heading));
  const paragraphs: Paragraph[] = [];
  if (title !== undefined && !repeated && !elsewhere.has('title'))
    paragraphs.push(titleParagraph(title, draft));
  if (properties.subtitle !== undefined && !elsewhere.has('subtitle')) {
    paragraphs.push(new Paragraph({ style: STYLE.subtitle, children: [run(properties.subtitle)] }));
  }
  paragraphs.push(...details(properties, elsewhere));
  return {
    paragraphs,
    afterFirstHeading: repeated,
    withoutFirstHeading: repeated && elsewhere.has('title'),
  };
}

function titleParagraph(title: string, draft: Draft): Paragraph {
  const hasTop = draft.blocks.some(({ block }) => block.node.type === 'heading' && block.node.depth === 1);
  // Where the sections begin at the second level, the title is the first: no level is skipped.
  const top = hasTop ? {} : { outlineLevel: 0 };
  return new Paragraph({ style: STYLE.title, ...top, children: [run(title)] });
}

function details(properties: Properties, elsewhere: ReadonlySet<string>): Paragraph[] {
  const from = [
    elsewhere.has('author') ? undefined : properties.author,
    elsewhere.has('organisation') ? undefined : properties.organisation,
  ]
    .filter((part) => part !== undefined)
    .join(', ');
  const lines: (readonly [label: string, text: string | undefined, style: string])[] = [
    ['Report to', elsewhere.has('audience') ? undefined : properties.audience, STYLE.author],
    ['From', from || undefined, STYLE.author],
    ['Date', elsewhere.has('date') ? undefined : properties.date, STYLE.date],
    ['Status', elsewhere.has('status') ? undefined : properties.status, STYLE.author],
  ];
  const shown = lines.filter(([, text]) => text !== undefined);
  return shown.map(([label, text, style], at) => {
    const last = at === shown.length - 1;
    return new Paragraph({
      style,
      children: [
        new TextRun({ text: `${label}:`, bold: true }),
        new TextRun({ children: [new Tab()] }),
        run(text ?? ''),
      ],
      ...(last
        ? {
            spacing: { after: 280 },
            border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 8, color: '7F7F7F' } },
          }
        : {}),
    });
  });
}

function same(a: string, b: string): boolean {
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return plain(a) === plain(b);
}
