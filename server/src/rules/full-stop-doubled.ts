import { type Block, type Passage, passagesOf } from '../draft';
import { rule } from './lib/rule';
import type { Problem } from './types';

/**
 * Two full stops, with the end of a quotation between them or not. One behind an ellipsis is the end of its sentence,
 * and what is no letter, figure or bracket before them is no sentence: a path, a line of dots.
 */
const DOUBLED = /(?<=[A-Za-zÀ-ÖØ-ፚḀ-ỹ\d)\]%])\.(["”’']?)\.(?![.\w/\\])/g;

export const fullStopDoubled = rule('full-stop-doubled', {
  inBlock: ({ block }) => passagesOf(block).flatMap((passage) => doubledIn(block, passage)),
});

/** Dots at the end of a footnote, where nothing is left out: “2025....”. */
const PILED = /(?<=[A-Za-zÀ-ÖØ-ፚḀ-ỹ\d)\]%])(?:\.{4,8}|\.…|…\.)$/;

function doubledIn(block: Block, { prose, inFootnote }: Passage): readonly Problem[] {
  const end = prose.text.trimEnd();
  const piled = inFootnote ? PILED.exec(end.slice(-20)) : null;
  if (piled) {
    const from = end.length - piled[0].length;
    const span = prose.toSource(from, end.length);
    const isPlain = block.text.slice(span.start, span.end) === piled[0];
    return [
      {
        span,
        message: 'Several full stops end this footnote. One is enough.',
        ...(isPlain && {
          fixes: [
            {
              title: 'Leave one full stop',
              edits: [{ span, text: '.' }],
              preferred: true,
              automatic: true,
            },
          ],
        }),
      },
    ];
  }
  return [...prose.text.matchAll(DOUBLED)].flatMap(({ 0: stops, index }) => {
    const span = prose.toSource(index, index + stops.length);
    const last = { start: span.end - 1, end: span.end };
    // Written as an entity, or with marks behind it, it is left to the author.
    const isPlain = block.text.slice(last.start, last.end) === '.';
    return [
      {
        span,
        message: 'Two full stops end this sentence. Take one out.',
        ...(isPlain && {
          fixes: [
            {
              title: 'Take out the second full stop',
              edits: [{ span: last, text: '' }],
              preferred: true,
              automatic: true,
            },
          ],
        }),
      },
    ];
  });
}
