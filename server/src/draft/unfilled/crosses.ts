import type { Span } from '../types';
import type { Found, Kind, Verdict } from './types';
import { BEFORE_ROMAN, exactCase, MARK, MONTH } from './vocabulary';

/** Characters that belong to an unknown number: digits, currency sign, unit. */
const BEFORE = /[\d£€$,./\-Xx]/;
const BEHIND = /[\d%,.Xx\-/]/;

function wholeNumber(text: string, { start, end }: Span): Span {
  let from = start;
  while (from > 0 && start - from < 20 && BEFORE.test(text[from - 1]!)) from--;
  let to = end;
  while (to < text.length && to - end < 20 && BEHIND.test(text[to]!)) to++;
  // Punctuation at either end does not belong to the number.
  while (to > end && /[,.\-/]/.test(text[to - 1]!)) to--;
  while (from < start && /[,.\-/]/.test(text[from]!)) from++;
  if (/^(?:k|m|bn|pa)(?![A-Za-zÀ-ÖØ-ፚḀ-ỹ\d])/u.test(text.slice(to, to + 4)))
    to += /^(?:bn|pa)/.test(text.slice(to, to + 2)) ? 2 : 1;
  return { start: from, end: to };
}

/** Whether crosses are kisses, at the end of a line or below a letter: "with love, xx". */
function isKiss({ text, start, end, place }: Found): boolean {
  if (end - start > 4 || place.item) return false;
  const before = text.slice(Math.max(0, start - 40), start);
  const line = /[^\r\n]{0,40}$/.exec(before)![0].trim();
  if (
    /\b(?:love|hugs?|thanks?|thank you|regards|wishes|bye|kiss(?:es)?|dear|mum|gran|nan|sorry|soon|see you)[\s,.!A-Za-zÀ-ÖØ-ፚḀ-ỹ]{0,16}$/iu.test(
      before,
    )
  )
    return true;
  const behind = /^[^\r\n]{0,30}/.exec(text.slice(end))![0].replaceAll(MARK, '').trim();
  return line === '' ? behind === '' : /^[!❤♥😀-🙏)"”’]*$/u.test(behind) && !/[:\d£]$/.test(line);
}

function judge(found: Found): Verdict {
  const { words, text, start, end, place } = found;
  const { start: from, end: to } = wholeNumber(text, found);
  const number = text.slice(from, to);
  if (/[\wÀ-ÖØ-ፚḀ-ỹ@#|]/u.test(text[from - 1] ?? ' ') || /[\wÀ-ÖØ-ፚḀ-ỹ@]/u.test(text[to] ?? ' '))
    return false;
  const before = text.slice(Math.max(0, from - 30), from).replaceAll(MARK, '');
  const behind = text.slice(to, to + 30);
  if (/^\s*chromosom|^\s*(?:and|or|\/) ?xy\b/i.test(behind)) return false;
  // "4xx" is a class of errors.
  if (/^\dxx$/i.test(number)) return false;
  if (/[\d£€$%]/.test(number)) return !found.quoted() || /[£%]/.test(number);
  if (words.length === 2 && text[from - 1] === '(' && text[to] === ')') return 'doubtful';
  if (words === words.toUpperCase()) return !BEFORE_ROMAN.test(before) && !/(?:^|\s)[Tt]he\s$/.test(before);
  if (words !== words.toLowerCase()) return false;
  if (words.length > 4) return true;
  if (place.alone === 'cell') return text.replaceAll(MARK, '').trim() === words || 'doubtful';
  if (found.quoted() || place.quoted || isKiss(found)) return false;
  if (
    words.length > 3 ||
    /^\s+\p{Ll}|^[,;).]|^ (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/u.test(text.slice(end, end + 6))
  )
    return true;
  return /[.!?]\s+$/.test(before) || (start === 0 && !place.item) ? 'doubtful' : true;
}

/** Counted people and things: "X visits". */
const COUNTED =
  '(?:people|visits?|visitors|users|members|borrowers|children|adults|pupils|students|families|volunteers|sessions|loans|issues|libraries|branches|hours|households|residents|respondents|responses|attendances|attendees|FTE|per cent|percent|million|thousand)';

/** Crosses for an unknown number or name. */
export const CROSSES: readonly Kind[] = [
  {
    name: 'crosses',
    lack: 'blank',
    sign: /XX|xx/,
    looks: () => /(?:X{2,12}|x{2,12})(?:,(?:XXX|xxx))*/gu,
    extent: wholeNumber,
    judge,
  },
  {
    name: 'digits of a register',
    lack: 'blank',
    sign: /[A-Z]\d+[Xx]{3}/,
    looks: () => /(?<![\wÀ-ÖØ-ፚḀ-ỹ])[A-Z]{1,3}\d{1,4}(?:X{4,8}|x{4,8})(?![\wÀ-ÖØ-ፚḀ-ỹ])/gu,
  },
  {
    name: 'cross for a number',
    lack: 'blank',
    sign: /[£€$]\s?[XYZ]|X\s?%|X\s[a-zF]|20\dX|[xX]\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/,
    looks: exactCase`[£€$]\s?[XYZ](?:m|k|bn|(?:,?XXX)+)?(?![A-Za-zÀ-ÖØ-ፚḀ-ỹ\d])|(?<![A-Za-zÀ-ÖØ-ፚḀ-ỹ\d£€$-])X(?:\s?%|(?=\s${COUNTED}\b))|(?<![A-Za-zÀ-ÖØ-ፚḀ-ỹ\d])20\dX(?![A-Za-zÀ-ÖØ-ፚḀ-ỹ\d])|(?<=(?:^|(?<![A-Za-zÀ-ÖØ-ፚḀ-ỹ])(?:of|on|by|for|to|until|till|from|before|in|after|and|since)) |^|[(:–-] ?)[xX]\s${MONTH}`,
    extent: wholeNumber,
    judge: ({ text, start, words }) =>
      words.length > 1 ||
      !/(?:\p{Lu}\p{Ll}+|\band|\bfrom|\bon|\bvia|\bor|[/&,])\s+$/u.test(
        text.slice(Math.max(0, start - 20), start),
      ),
  },
];
