import type { WordDocument } from '../docx/model';
import { type Changes, reviewedBlocks } from '../docx/review';
import type { BlockWriter } from './blocks';
import type { Surroundings } from './surroundings';

/** The notes that the text refers to, and those that they refer to: each as its definition. */
export function writeNotes(
  document: WordDocument,
  changes: Changes,
  around: Surroundings,
  writer: BlockWriter,
): string[] {
  around.losses.heading = '';
  const out: string[] = [];
  for (let at = 0; at < around.notes.length; at++) {
    const blocks = reviewedBlocks(document.notes.get(around.notes[at]!) ?? [], changes);
    const text = writer.write(blocks).replace(/\n(?=[^\n])/g, '\n    ');
    out.push(`[^${around.notesBefore + at + 1}]: ${text}`.trimEnd());
  }
  return out;
}
