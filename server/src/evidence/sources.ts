/** Finds the words that tell where a figure comes from, well enough to look it up. */
import { lowerCase } from '../draft';
import type { Link, Span } from '../draft/types';
import { SOURCE_PATTERNS, type SourcePattern } from './source-patterns';
import { REPORTED, STUDY_NOUN } from './source-words';
import type { Source } from './types';

/** A source, and whether it can only tell what people think: a consultation counts no visits. */
export interface Mention extends Source {
  readonly ofOpinion: boolean;
}

const OF_OPINION = /\b(?:consultations?|questionnaire)\b/i;

const ANY_STUDY = new RegExp(`\\b${STUDY_NOUN}\\b`, 'i');
const ANY_REPORTED = new RegExp(
  `\\b(?:${REPORTED}|t(?:ells?|old)\\b|claim(?:ed)?\\b|reckon|wr(?:ites?|ote)\\b|credit|observed|add(?:s|ed)\\b|repl(?:y|ies)\\b)`,
);

/** Tells which patterns a text has the words for; most sentences have those of few. */
export function worthALook(text: string): (pattern: SourcePattern) => boolean {
  const lower = lowerCase(text);
  const has = {
    study: ANY_STUDY.test(text),
    reported: ANY_REPORTED.test(text),
  };
  return ({ needs }) =>
    needs.every((need) =>
      typeof need === 'string'
        ? has[need]
        : need instanceof RegExp
          ? need.test(text)
          : need.some((letters) => lower.includes(letters)),
    );
}

/** Every mention of a source in a sentence, in order. Spans count in the sentence. */
export function mentionsIn(text: string): readonly Mention[] {
  const found: Mention[] = [];
  for (const { kind, pattern, accept, ofOpinion } of SOURCE_PATTERNS.filter(worthALook(text))) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      if (!accept || accept(match, text)) {
        found.push({
          kind,
          span: { start: match.index, end: match.index + match[0].length },
          ofOpinion: ofOpinion || (kind === 'study' && OF_OPINION.test(match[0])),
        });
      }
      if (match[0] === '') pattern.lastIndex++;
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

const STUDY_WORD = new RegExp(
  `\\b${STUDY_NOUN}\\b|\\bnews\\b|\\bpublications?\\b|\\bpress\\b|\\bpapers?\\b`,
  'i',
);
const ACTION_LINK =
  /\b(?:find\s+out|full\s+details|more\s+(?:details|information)|website|web\s+page|book\s+(?:now|here|a)|sign\s+up|register|join|contact|e-?mail|call|visit|watch|listen|follow|browse|apply|subscribe|donate|click|here|directory|catalogue|eventbrite|facebook|twitter|instagram|youtube|page)\b/i;

/**
 * Whether a link is a place to look a figure up: it leads to a report or to data, its text is (part of) the
 * claim, or it is given in brackets after it. A link on the bare name of a partner is none, nor one that leads
 * to a booking page.
 */
export function isSourceLink(link: Link, text: string): boolean {
  if (/^(?:tel|mailto|javascript|data):/i.test(link.url)) return false;
  const words = text.slice(link.prose.start, link.prose.end);
  if (STUDY_WORD.test(words)) return true;
  const path = link.url.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/[-_/+]|%20/g, ' ');
  if (ACTION_LINK.test(words) && !STUDY_WORD.test(path)) return false;
  if (/\d/.test(words)) return true;
  const inBrackets =
    /[([]\s*(?:see\s+|source:?\s+)?$/i.test(
      text.slice(Math.max(0, link.prose.start - 30), link.prose.start),
    ) && /^[^()[\]]{0,40}[)\]]/.test(text.slice(link.prose.end, link.prose.end + 60));
  if (inBrackets) return true;
  return STUDY_WORD.test(path) && /\s\S+\s/.test(path);
}

/** Where a link's words and the number touch: "[40% of households](…)". */
export function touches(link: Link, span: Span): boolean {
  return link.prose.start < span.end && span.start < link.prose.end;
}
