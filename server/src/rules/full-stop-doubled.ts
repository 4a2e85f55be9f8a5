import { type Block, type Change, type Passage, passagesOf } from '../draft';
import { rule } from './lib/rule';
import type { Fix, Problem } from './types';

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
    const message = 'Several full stops end this footnote. One is enough.';
    return [{ span, message, fixes: fixesIn(block, 'Leave one full stop', piled[0], { span, text: '.' }) }];
  }
  return [...prose.text.matchAll(DOUBLED)].flatMap(({ 0: stops, index }) => {
    const span = prose.toSource(index, index + stops.length);
    const last = { span: { start: span.end - 1, end: span.end }, text: '' };
    const fixes = fixesIn(block, 'Take out the second full stop', '.', last);
    return [{ span, message: 'Two full stops end this sentence. Take one out.', fixes }];
  });
}

/** The change of some full stops; none where they are written as an entity, or have marks behind them. */
function fixesIn({ text }: Block, title: string, stops: string, edit: Change): readonly Fix[] {
  const isPlain = text.slice(edit.span.start, edit.span.end) === stops;
  return isPlain ? [{ title, edits: [edit], preferred: true, automatic: true }] : [];
}
