/** Recognises where a paper says once where all its figures come from: “The figures in this release come from …”. */
import type { Passage } from '../draft';

const ALL =
  /(?:^\W*|\b(?:all|the|unless)\s+(?:\w+\s+)?)(?:figures|statistics|numbers|data)\b[^.]{0,80}?\b(?:are|come|were|is)\b[^.]{0,80}?\b(?:from|by)\b/i;
const IN_THIS =
  /\b(?:in|of|throughout)\s+this\b|\bunless\b|\ball\s+(?:\w+\s+)?(?:figures|statistics|numbers|data)\b/i;

/**
 * Beginnings of list items and notes. In a paragraph, “The figures come from …” may be about the figures before it
 * only.
 */
const ITEM_BEGINS =
  /^(?:the\s+)?(?:figures|statistics)\s+(?:all\s+)?(?:come|are|were)\s+(?:taken\s+|drawn\s+)?from\b/i;

/** A paragraph that lists sources: "Sources: library returns (202 of 206), online survey of families". */
const LISTS_SOURCES = /^\W*(?:data\s+)?sources\s*(?:of\s+(?:the\s+)?(?:data|figures)\s*)?:\s/i;

/** Whether a sentence of a passage says where all figures of the paper come from, or is in a list of its sources. */
export function saysSourceOfAll(sentence: string, { kind, prose }: Passage): boolean {
  const ofThis = IN_THIS.test(sentence) || (kind === 'list-item' && ITEM_BEGINS.test(sentence));
  return (ofThis && ALL.test(sentence)) || LISTS_SOURCES.test(prose.text);
}
