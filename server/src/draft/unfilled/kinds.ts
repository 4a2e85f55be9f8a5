import { isGap, judgeBracket } from './brackets';
import { CROSSES } from './crosses';
import { INSTRUCTIONS } from './instructions';
import { NOTES } from './notes';
import { QUESTIONS } from './question-marks';
import { TO_COME } from './to-come';
import type { Found, Kind, Verdict } from './types';
import { exactCase, MARK, MONTH } from './vocabulary';

const initialsOf = (text: string): string =>
  [...text.matchAll(/(?<![A-Za-zÀ-ÖØ-ፚḀ-ỹ])\p{Lu}(?=\p{Ll})/gu)].map(([letter]) => letter).join('');

/** Whether letters such as TBC mean a gap. In "the TBC Gallery", or after the words that they shorten, they do not. */
function judgeLetters({ words, text, start, end }: Found): Verdict {
  if (/^T[BK]/.test(words)) {
    const before = text.slice(Math.max(0, start - 60), start);
    const named = /^ \p{Lu}\p{Ll}/u.test(text.slice(end, end + 3));
    if (named && (/\bthe\s+$/i.test(before) || words === 'TK')) return false;
    const letters = words.replaceAll('.', '');
    const initials = initialsOf(before);
    if (/\($/.test(before) && initials.endsWith(letters)) return false;
    if (initialsOf(/^\s\(([^()]{5,60})\)/.exec(text.slice(end, end + 64))?.[1] ?? '') === letters)
      return false;
  }
  return true;
}

const isForm = ({ place }: Found): boolean => place.form === true;

/** Placeholders of templates for a date, a number or a name, and lines to write on. */
const BLANKS: readonly Kind[] = [
  {
    name: 'insert',
    lack: 'blank',
    sign: /\[/,
    looks: () => /\[insert\s[^\]]{1,200}\]/giu,
  },
  {
    name: 'field',
    lack: 'blank',
    sign: /\{[{A-Z]|\$\{|«/,
    looks: () =>
      /\$\{\d{1,3}:[^}\r\n]{0,200}\}|\{\{[^{}\r\n]{1,80}\}\}|(?<![$A-Za-zÀ-ÖØ-ፚḀ-ỹ{])\{[A-Z][A-Z _]{2,30}\}|«\p{Lu}[\wÀ-ÖØ-ፚḀ-ỹ]{0,40}»/gu,
  },
  {
    name: 'date mask',
    lack: 'blank',
    sign: /\b(?:DD?|dd?)[/. -](?:MM|mm|[Mm]onth)|YYYY|20\d\d-\d\d-(?!\d)/,
    looks: () =>
      /(?<![A-Za-zÀ-ÖØ-ፚḀ-ỹ\d])(?:D{1,2}|d{1,2})[/. -](?:M{2,4}|m{2,4}|Month|month)(?:[/. -](?:Y{2,4}|y{2,4}|20\d\d|20[Yy]{2}))?(?![A-Za-zÀ-ÖØ-ፚḀ-ỹ\d])|(?<![A-Za-zÀ-ÖØ-ፚḀ-ỹ\d])YYYY[/-]MM[/-]DD(?![A-Za-zÀ-ÖØ-ፚḀ-ỹ\d])|(?<![A-Za-zÀ-ÖØ-ፚḀ-ỹ\d-])20\d\d-[01]\d-(?=["']?\s*$)/gu,
    judge: ({ text, start }) =>
      !/\b(?:format(?:ted)?|style|as|written|pattern)\b[^.]{0,60}$/i.test(
        text.slice(Math.max(0, start - 60), start),
      ),
  },
  {
    name: 'digits left out',
    lack: 'blank',
    sign: /\d\*{2}/,
    looks: () => /(?<![A-Za-zÀ-ÖØ-ፚḀ-ỹ\d.,])0\d{1,4} ?\d{0,4}\*{2,}[\d *]{0,20}/gu,
  },
  {
    name: 'line to write on',
    lack: 'blank',
    sign: /__|_\\_|_\u2060/,
    looks: exactCase`(?:[£\d-]${MARK}?)?(?<![A-Za-zÀ-ÖØ-ፚḀ-ỹ])(?:${MARK}?_){3,}|(?<=\d-?)_{2,}|(?<![A-Za-zÀ-ÖØ-ፚḀ-ỹ\d*_])__(?= ${MONTH}| 20\d\d)|(?<=[:–-] )__(?=\s*$)`,
    judge: (found) => {
      const { text, start, end, words } = found;
      const before = text[start - 1] === MARK ? text[start - 2] : text[start - 1];
      const behind = text[end] === MARK ? text[end + 1] : text[end];
      const within =
        (/[A-Za-zÀ-ÖØ-ፚḀ-ỹ@/]/u.test(before ?? ' ') && !words.startsWith('-')) ||
        /[A-Za-zÀ-ÖØ-ፚḀ-ỹ@/]/u.test(behind ?? ' ');
      // A line after a question is for the answer of a reader.
      return !within && !isForm(found) && !/\?\s*$/.test(text.slice(Math.max(0, start - 4), start));
    },
    extent: (text, { start, end }) => {
      let from = start;
      while (from > 0 && start - from < 20 && /[\p{Lu}\d£/-]/u.test(text[from - 1]!)) from--;
      return { start: from, end };
    },
  },
  {
    name: 'empty box',
    lack: 'blank',
    sign: /[\u25a1\u25a2\u2610\u25af]/,
    looks: () => /[\u25a1\u25a2\u2610\u25af]{1,12}/gu,
    judge: (found) => !isForm(found) && isGap(found),
  },
  {
    name: 'leaders',
    lack: 'blank',
    sign: /\.{5}|\. \. \.|…{3}/,
    looks: () => /(?<![A-Za-zÀ-ÖØ-ፚḀ-ỹ\d.…])(?:\.{5,}|(?:\. ){5,}\.?|…{3,})/gu,
    judge: (found) =>
      !isForm(found) &&
      !found.quoted() &&
      !/\.{8}[^.].{0,80}\.{8}/.test(found.text.slice(Math.max(0, found.start - 100), found.end + 100)) &&
      !/^[ \t]*(?:p(?:age|p?\.)? ?)?[£\d]/.test(found.text.slice(found.end, found.end + 20)),
  },
  {
    name: 'sum left out',
    lack: 'blank',
    sign: /[£€$] ?(?:…|\.{3}|[-–—]{2})|[£€$][–—]/,
    looks: () =>
      /(?<![£€$])(?:[£€$] ?(?:…|\.{3}|[-–—]{2,4})|[£€$][–—](?= (?:an?|each|every|per|for|from|in|on|to|towards) ))(?![A-Za-zÀ-ÖØ-ፚḀ-ỹ\d.–—-])/gu,
    // In a table it may mean that there is nothing.
    judge: (found) => !isForm(found) && !found.quoted() && found.place.alone !== 'cell',
  },
  {
    name: 'dots for a source',
    lack: 'blank',
    sign: /\.{3}|…/,
    where: 'note',
    looks: () => /^\s*(?:\.{3,4}|…)\s*$/gu,
  },
  {
    name: 'bracket of angles',
    lack: 'blank',
    sign: /</,
    looks: () => /<[^<>\r\n]{1,60}>/gu,
    judge: (found) => /[A-Za-zÀ-ÖØ-ፚḀ-ỹ]{2} |^.(?:£|\?)/u.test(found.words) && judgeBracket(found) === true,
  },
];

const LETTERS: readonly Kind[] = [
  {
    name: 'struck out',
    lack: 'review',
    sign: /~~/,
    looks: () => /~~[^~\r\n]{1,300}~~/gu,
  },
  {
    name: 'to be confirmed',
    lack: 'unconfirmed',
    sign: /[Tt]\.?[Bb]\.?[CDAcda]|TK/,
    looks: () =>
      /(?<![A-Za-zÀ-ÖØ-ፚḀ-ỹ\d.@/_-])(?:T\.?B\.?[CDA]|[Tt]b[cda]|t\.b\.[cda]|TK)(?![A-Za-zÀ-ÖØ-ፚḀ-ỹ\d@_]|\.[A-Za-zÀ-ÖØ-ፚḀ-ỹ])/gu,
    judge: judgeLetters,
  },
  {
    name: 'filler',
    lack: 'filler',
    sign: /[Ii]psum|IPSUM|o enter|n item|ext (?:to |goes )?here/,
    looks: () =>
      /\blorem ipsum\b(?! (?:Press|Books|Ltd|Gallery))|\b[Ll]orem [Ii]psum dolor sit amet\b|\bclick (?:or tap )?(?:here )?to (?:enter|add) (?:text|a date|a title)\b|\bchoose an item\.|\b(?:your )?text (?:to go |goes )?here\b(?=[.\]]?\s*$)/gimu,
  },
  {
    name: 'error of a program',
    lack: 'broken',
    sign: /Error! |#[A-Z]/,
    looks: () =>
      /Error! (?:Reference source|Bookmark|No (?:text|table|bookmark)|Hyperlink|Unknown)[^.\r\n]{0,60}\.?|(?<![A-Za-zÀ-ÖØ-ፚḀ-ỹ\d])#(?:REF!|N\/A|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!)/gu,
  },
  {
    name: 'to do',
    lack: 'note',
    sign: /TODO|FIXME/,
    looks: () => /(?<![\wÀ-ÖØ-ፚḀ-ỹ@#/-])(?:TODO|FIXME)(?![\wÀ-ÖØ-ፚḀ-ỹ]| lists?\b)(?::?[^\r\n.]{0,100})/gu,
  },
];

const BRACKETS: readonly Kind[] = [
  {
    name: 'bracket',
    lack: 'question',
    sign: /\[/,
    looks: () => /\[[^\][]{1,300}\]/gu,
    judge: judgeBracket,
  },
  {
    name: 'citation key',
    lack: 'citation',
    sign: /\[[^\][]{0,40}@/,
    looks: () => /\[(?:[^\][@]{0,40}[\s;])?-?@[\wÀ-ÖØ-ፚḀ-ỹ][^\][]{0,200}\]/gu,
    judge: ({ text, start, end }) => text[start - 1] !== ']' && !/[([]/.test(text[end] ?? ' '),
  },
];

/** All kinds, the surest first: of two kinds in one place, the first counts. */
export const KINDS: readonly Kind[] = [
  ...BLANKS,
  ...BRACKETS,
  ...TO_COME,
  ...INSTRUCTIONS,
  ...LETTERS,
  ...CROSSES,
  ...QUESTIONS,
  ...NOTES,
];
