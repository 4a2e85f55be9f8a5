import { type Change, type Draft, type Heading, headings } from '../draft';
import { rule } from './lib/rule';

export const headingSingle = rule('heading-single', {
  inDraft({ draft }) {
    const all = headings(draft);
    const [, second, ...others] = all.filter(({ depth }) => depth === 1);
    if (!second) return [];
    const more = others.length;
    // One edit mends them all: of those behind it, nothing is said once more.
    return [
      {
        span: second.span,
        message: `A paper has one heading of the first level, its title, and this is ${more === 0 ? 'another' : `one of ${more + 1} more`}. ${more === 0 ? 'Make it a heading' : 'Make them headings'} of the second level.`,
        fixes: () => [
          {
            title:
              more === 0
                ? 'Make this a heading of level 2, with those below it one level deeper'
                : 'Make these headings of level 2, with those below them one level deeper',
            edits: all.slice(all.indexOf(second)).flatMap((heading) => deeper(draft, heading)),
            preferred: true,
            automatic: true,
          },
        ],
      },
    ];
  },
});

/** The change that makes a heading one level deeper; one that is underlined is written with `#` then. */
function deeper(draft: Draft, { span, depth }: Heading): readonly Change[] {
  if (depth === 6) return [];
  const source = draft.source.slice(span.start, span.end);
  if (source.startsWith('#')) {
    return [{ span: { start: span.start, end: span.start }, text: '#' }];
  }
  const lines = source.split(/\r\n|\r|\n/);
  const text = lines
    .slice(0, -1)
    .map((line) => line.trim())
    .join(' ');
  return [{ span, text: `${'#'.repeat(depth + 1)} ${text}` }];
}
