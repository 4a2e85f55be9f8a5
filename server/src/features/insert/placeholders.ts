import type { Range } from 'vscode-languageserver';
import type { PlaceToFill } from '../../protocol';
import { placesToFill } from '../../rules/placeholder-unfilled';
import { isAlike } from '../../skeleton/shared-placeholders';
import { addTo } from '../../util/lists';
import type { AnalysedDocument } from '../workspace/analyses';
import { toRange } from '../workspace/convert';

/** What is still to be filled in, in the order of the text, each with the places that have the same filling. */
export function placeholdersIn({ document: { draft } }: AnalysedDocument): readonly PlaceToFill[] {
  const places = placesToFill(draft).map(({ span, words }) => ({ words, range: toRange(draft, span) }));
  const byWords = new Map<string, Range[]>();
  for (const { words, range } of places) {
    addTo(byWords, words, range);
  }
  return places.map(({ words, range }) => ({
    range,
    alike: isAlike(words) ? byWords.get(words)!.filter((other) => other !== range) : [],
  }));
}
