/** Finds the words that name the source of a figure well enough to look it up. */

import { lowerCase } from '../draft';
import type { Link, Span } from '../draft/types';
import { addTo } from '../util/lists';
import { sourceOf } from '../words/phrases';
import { isCitation } from './brackets';
import { SOURCE_PATTERNS, type SourcePattern } from './source-phrases';
import { isDefiniteStudy, isDone, isOrganisation, isRole } from './source-words';
import { personIn } from './speakers';
import type { Source } from './types';

/** A source, and whether it can only show what people think: a consultation does not count visits. */
export interface Mention extends Source {
  readonly ofOpinion: boolean;
}

const OF_OPINION = /\b(?:consultations?|questionnaire)\b/i;

/** The positions of the patterns that need a word. */
const forWord = new Map<string, number[]>();
for (const [index, { words }] of SOURCE_PATTERNS.entries()) {
  for (const word of words.split(' ')) {
    addTo(forWord, word, index);
  }
}
// A text with "reported" also needs the patterns for "report".
for (const [word, indices] of forWord) {
  for (let end = 1; end < word.length; end++) indices.push(...(forWord.get(word.slice(0, end)) ?? []));
}

const longestFirst = [...forWord.keys()].sort((a, b) => b.length - a.length);
const isWord = (word: string): boolean => /^\w/.test(word);
const ANY_WORD = new RegExp(
  `\\b(?:${longestFirst.filter(isWord).join('|')})|[${longestFirst
    .filter((sign) => !isWord(sign))
    .map((sign) => `\\${sign}`)
    .join('')}]`,
  'g',
);
const isWanted = new Uint8Array(SOURCE_PATTERNS.length);

/** The patterns that may match a text, by its words: few for most sentences. */
export function worthALook(text: string): readonly SourcePattern[] {
  const lower = lowerCase(text);
  isWanted.fill(0);
  ANY_WORD.lastIndex = 0;
  for (let match = ANY_WORD.exec(lower); match; match = ANY_WORD.exec(lower)) {
    for (const index of forWord.get(match[0])!) isWanted[index] = 1;
  }
  return SOURCE_PATTERNS.filter((_, index) => isWanted[index]);
}

/** “The consultation document says” is not an answer to a consultation. */
const ON_PAPER = /\b(?:documents?|papers?|leaflet|brochure|booklet)\b/i;
/** How many characters before a match are looked at. */
const BEFORE = 40;
const BEHIND = 60;

function counts(match: RegExpExecArray, text: string, pattern: SourcePattern): boolean {
  const { name, not, notAfter, noPerson } = pattern;
  if (not?.test(match[0]) || notAfter?.test(text.slice(Math.max(0, match.index - BEFORE), match.index)))
    return false;
  const end = match.index + match[0].length;
  if (pattern.kind === 'study' && isDone(match[0], text.slice(end, end + BEHIND))) return false;
  const { by, noun, words } = match.groups ?? {};
  if (words !== undefined) return isCitation(words);
  if (noun !== undefined) return isDefiniteStudy(match, text);
  if (by === undefined) return true;
  if (!isOrganisation(by, match.index + match[0].indexOf(by), text)) return false;
  return !(noPerson && personIn(by)) && !(name === 'bodyReports' && isRole(match, text));
}

/** The mentions of sources in a sentence, in order. Spans count in the sentence. */
export function mentionsIn(text: string): readonly Mention[] {
  const found: Mention[] = [];
  for (const entry of worthALook(text)) {
    const { kind, pattern } = entry;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      if (!counts(match, text, entry)) continue;
      const ofOpinion = kind === 'study' && OF_OPINION.test(match[0]) && !ON_PAPER.test(match[0]);
      found.push({ kind, span: { start: match.index, end: match.index + match[0].length }, ofOpinion });
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

const STUDY_WORD = new RegExp(sourceOf('<(@study|_news|_publications?|_press|_papers?)>'), 'i');
const ACTION_LINK =
  /\b(?:find\s+out|full\s+details|more\s+(?:details|information)|website|web\s+page|book\s+(?:now|here|a)|sign\s+up|register|join|contact|e-?mail|call|visit|watch|listen|follow|browse|apply|subscribe|donate|click|here|directory|catalogue|eventbrite|facebook|twitter|instagram|youtube|page)\b/i;

/**
 * Whether a link is a source: it leads to a report or to data, its text is (part of) the claim, or it stands in
 * brackets after the claim. Links on the bare name of a partner or to a booking page are none.
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

/** Whether the words of a link and the number touch: "[40% of households](…)". */
export function touches(link: Link, span: Span): boolean {
  return link.prose.start < span.end && span.start < link.prose.end;
}
