import type { Span } from '../types';
import type { Found, Kind, Verdict } from './types';
import { anyCase, exactCase, MARK, MISSING, NAMED } from './vocabulary';

function charBefore({ text, start }: Found): string {
  let at = start - 1;
  while (at >= 0 && text[at] === MARK) at--;
  return text[at] ?? ' ';
}

/** Whether two or more question marks are a gap, and no astonishment. */
function judgeSeveral(found: Found): Verdict {
  const { text, start, end, words, place } = found;
  if (/^!/.test(text.slice(end, end + 1)) || charBefore(found) === '!') return false;
  if (/^[^?]/.test(words) || /[\s([{/£€$–—-]/.test(charBefore(found)))
    return place.quoted || found.quoted() ? 'doubtful' : true;
  if (place.quoted || found.quoted()) return false;
  if (/^[ \u2060]{1,3}(?:[-–—]|\(?\p{Ll})/u.test(text.slice(end, end + 6))) return true;
  const asked = /[^.!?:;()\r\n]{0,160}$/
    .exec(text.slice(Math.max(0, start - 160), start))![0]
    .replaceAll(MARK, '')
    .trim();
  // "Really??" and "Did you know??" address the readers.
  return !asked.includes(' ') ||
    (ASKED.test(asked) && !/^(?:do|should) we\b/i.test(asked)) ||
    /\byou(?:rs?)?\b/i.test(asked)
    ? 'doubtful'
    : true;
}

function withSign(text: string, { start, end }: Span): Span {
  let from = start;
  while (from > 0 && start - from < 4 && /[£€$]/.test(text[from - 1]!)) from--;
  const behind = /^(?:%|k\b|m\b|\/\d{1,4})/.exec(text.slice(end, end + 6))?.[0] ?? '';
  return { start: from, end: end + behind.length };
}

/** Beginnings of questions to readers in a table, a list or a form, in English and Welsh. */
export const ASKED =
  /^(?:who|what|when|where|why|how|which|is|are|was|were|do|does|did|can|could|should|would|will|has|have|may|key|any|pwy|beth|pryd|ble|pam|sut)\b/i;

/** Question marks in the place of something unknown. */
export const QUESTIONS: readonly Kind[] = [
  {
    name: 'question marks',
    lack: 'unknown-figure',
    sign: /\?\s?\?/,
    looks: () => /\?(?:\s?\?)+/gu,
    extent: withSign,
    judge: judgeSeveral,
  },
  {
    name: 'question mark for a cell',
    lack: 'unknown-figure',
    sign: /\?/,
    where: 'alone',
    looks: exactCase`^[\s${MARK}]*[£€$~c.]{0,2}\?+[%km]?[\s${MARK}]*$`,
  },
  {
    name: 'question mark behind a label',
    lack: 'unknown-figure',
    sign: /:[*_\u2060]{0,4} \?/,
    looks: exactCase`(?<=[\p{L}\d)]:${MARK}{0,4} )\?(?=[\s.,;)${MARK}]|$)`,
    judge: (found) => (found.quoted() ? 'doubtful' : true),
  },
  {
    name: 'question mark for a number',
    lack: 'unknown-figure',
    sign: /\?[*_\u2060]?[)%]|[,;:–-] [a-z]{2,14}\?|[(£€$][*_\u2060]?\?/,
    looks: anyCase`\(${MARK}?\?${MARK}?\)|[£€$]\?|\?%|(?<![^\s${MARK}])\((?:${MISSING})\?\)|(?<=[,;:–-] )(?:${NAMED})\?(?=\)|[${MARK}\s]*$)`,
    judge: (found) => (found.quoted() ? 'doubtful' : true),
  },
  {
    name: 'doubted figure',
    lack: 'unknown-figure',
    sign: /[\dkmn%]\?[)\s]/,
    looks: () => /(?<![\d,.])[£€$]?\d[\d,.]{0,12}(?:k|m|bn|%)?\?(?=[)\s])/giu,
    judge: ({ text, start, end, quoted }) => {
      const inside = /\(([^()\r\n?]*)$/.exec(text.slice(Math.max(0, start - 80), start))?.[1];
      if (inside === undefined) return false;
      return quoted() || ASKED.test(inside.trim()) || /[,:] ?(?:is|are|was|why|how|what)\b/.test(inside)
        ? false
        : inside === '' && /^\)/.test(text.slice(end, end + 1))
          ? true
          : 'doubtful';
    },
  },
  {
    name: 'question mark in running text',
    lack: 'unknown-figure',
    sign: / \? /,
    looks: () => /(?<=[A-Za-zÀ-ÖØ-ፚḀ-ỹ\d] )\?(?= [\p{Ll}\d])/gu,
    judge: ({ quoted }) => (quoted() ? false : 'doubtful'),
  },
  {
    name: 'question in a cell',
    lack: 'question',
    sign: /\?/,
    where: 'cell',
    looks: exactCase`^[\s${MARK}]*[^?\r\n]{1,40}\?[\s${MARK}]*$`,
    judge: ({ words }) => {
      const note = words.replaceAll(MARK, '').trim();
      return ASKED.test(note) || note.split(/\s+/).length > 4 ? false : 'doubtful';
    },
  },
];
