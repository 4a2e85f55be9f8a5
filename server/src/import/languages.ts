import type { Block } from '../docx/model';
import { paragraphsIn } from '../docx/plain-text';
import { endOf } from './nesting';

/** The language that all text says it is in, of the list, quotation or block that begins at an index. */
export function languageOf(blocks: readonly Block[], at: number): string | undefined {
  const first = languageIn([blocks[at]!]);
  return first === undefined ? undefined : languageIn(blocks.slice(at, endOf(blocks, at)));
}

function languageIn(blocks: readonly Block[]): string | undefined {
  let found: string | undefined;
  for (const { inlines } of paragraphsIn(blocks))
    for (const inline of inlines) {
      if (inline.type !== 'text' || inline.text.trim() === '') continue;
      if (inline.language === undefined || inline.language !== (found ?? inline.language)) return undefined;
      found = inline.language;
    }
  return found;
}
