import { isGap, judgeBracket } from './brackets';
import { CROSSES } from './crosses';
import { NOTES } from './notes';
import { QUESTIONS } from './question-marks';
import { TO_COME } from './to-come';
import type { Found, Kind, Verdict } from './types';
import { MARK } from './words';

const initialsOf = (text: string): string =>
  [...text.matchAll(/(?<!\p{L})\p{Lu}(?=\p{Ll})/gu)].map(([letter]) => letter).join('');

/** "the TBC Gallery" is a name; behind "Thames Boat Association" it is the short form. */
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
  return 'sure';
}

const isForm = ({ place }: Found): boolean => place.form === true;

/** A date, a number or a name that a template asks for, and lines to write on. */
const BLANKS: readonly Kind[] = [
  {
    name: 'insert',
    lack: 'blank',
    sign: /\[/,
    looks: /\[insert\s[^\]]{1,200}\]/giu,
    right: ['Last year «[insert number of people]» came.'],
    wrong: ['[insert](https://example.org)', 'Please [inserted] it.'],
  },
  {
    name: 'field',
    lack: 'blank',
    sign: /\{[{A-Z]|\$\{|«/,
    looks:
      /\$\{\d{1,3}:[^}\r\n]{0,200}\}|\{\{[^{}\r\n]{1,80}\}\}|(?<![$\p{L}{])\{[A-Z][A-Z _]{2,30}\}|«\p{Lu}[\p{L}\p{N}_]{0,40}»/gu,
    right: ['It costs «{{budget}}».', 'Dear «{NAME}»'],
    wrong: ['Set {a, b}.', '« Bonjour tout le monde »'],
  },
  {
    name: 'date mask',
    lack: 'blank',
    sign: /\b(?:DD?|dd?)[/. -](?:MM|mm|[Mm]onth)|YYYY|20\d\d-\d\d-(?!\d)/,
    looks:
      /(?<![\p{L}\p{N}])(?:D{1,2}|d{1,2})[/. -](?:M{2,4}|m{2,4}|Month|month)(?:[/. -](?:Y{2,4}|y{2,4}|20\d\d|20[Yy]{2}))?(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])YYYY[/-]MM[/-]DD(?![\p{L}\p{N}])|(?<![\p{L}\p{N}-])20\d\d-[01]\d-(?=["']?\s*$)/gu,
    judge: ({ text, start }) =>
      /\b(?:format(?:ted)?|style|as|written|pattern)\b[^.]{0,60}$/i.test(
        text.slice(Math.max(0, start - 60), start),
      )
        ? false
        : 'sure',
    right: ['The hall was booked on «DD/MM/YYYY».', 'Cabinet, «dd month yyyy»', 'date: «2026-05-»'],
    wrong: ['Give dates in the format DD/MM/YYYY.', 'The DD and MM shelves'],
  },
  {
    name: 'digits left out',
    lack: 'blank',
    sign: /\d\*{2}/,
    looks: /(?<![\p{L}\p{N}.,])0\d{1,4} ?\d{0,4}\*{2,}[\d *]{0,20}/gu,
    right: ['Ring Ann Holt on «01*** ******».', 'Ring «01*** 555 0142» for breakfast.'],
    wrong: ['It is sure (p < 0.05**).', '**2019** and 0***x***'],
  },
  {
    name: 'line to write on',
    lack: 'blank',
    sign: /__|_\\_|_\u2060/,
    looks: new RegExp(`(?:[£\\d-]${MARK}?)?(?<![\\p{L}])(?:${MARK}?_){3,}|(?<=\\d)_{2,}`, 'gu'),
    judge: (found) => {
      const { text, start, end } = found;
      const before = text[start - 1] === MARK ? text[start - 2] : text[start - 1];
      const behind = text[end] === MARK ? text[end + 1] : text[end];
      const within = /[\p{L}@/]/u.test(before ?? ' ') || /[\p{L}@/]/u.test(behind ?? ' ');
      // Behind a question stands the line for its answer.
      return within || isForm(found) || /\?\s*$/.test(text.slice(Math.max(0, start - 4), start))
        ? false
        : 'sure';
    },
    extent: (text, { start, end }) => {
      let from = start;
      while (from > 0 && start - from < 20 && /[\p{Lu}\d£/-]/u.test(text[from - 1]!)) from--;
      return { start: from, end };
    },
    right: ['Dear Cllr «______», thank you.', 'Ring 01632 960 «1___» on Mondays.', 'ref. «AB-22-_____»'],
    wrong: [
      'a file named my___file',
      'a\\_\\_\\_b',
      'Signed ________ (chair)',
      '1. Which library do you use? ________',
    ],
  },
  {
    name: 'empty box',
    lack: 'blank',
    sign: /[\u25a1\u25a2\u2610\u25af]/,
    looks: /[\u25a1\u25a2\u2610\u25af]{1,12}/gu,
    judge: (found) => (isForm(found) || !isGap(found) ? false : 'sure'),
    right: ['We work with the University of «▢» and the college.', 'It costs £«□» a year.'],
    wrong: ['□ Yes □ No', 'Weekly ☐ monthly ☐'],
  },
  {
    name: 'leaders',
    lack: 'blank',
    sign: /\.{5}|\. \. \.|…{3}/,
    looks: /(?<![\p{L}\p{N}.…])(?:\.{5,}|(?:\. ){5,}\.?|…{3,})/gu,
    judge: (found) =>
      isForm(found) ||
      found.quoted() ||
      /\.{8}[^.].{0,80}\.{8}/.test(found.text.slice(Math.max(0, found.start - 100), found.end + 100)) ||
      /^[ \t]*(?:p(?:age|p?\.)? ?)?[£\d]/.test(found.text.slice(found.end, found.end + 20))
        ? false
        : 'sure',
    right: ['The grant is £ «......» a year.'],
    wrong: [
      'Introduction ........ 3',
      'and then.... nothing',
      'She said "I ...... no".',
      'Signed ...........',
      'Chair ............ Clerk ............',
    ],
  },
  {
    name: 'dots for a source',
    lack: 'blank',
    sign: /\.{3}|…/,
    where: 'note',
    looks: /^\s*(?:\.{3,4}|…)\s*$/gu,
    right: ['«...»', '«…»'],
    wrong: ['And so on...'],
  },
  {
    name: 'bracket of angles',
    lack: 'blank',
    sign: /</,
    looks: /<[^<>\r\n]{1,60}>/gu,
    judge: (found) =>
      /\p{L}{2} |^.(?:£|\?)/u.test(found.words) && judgeBracket(found) === 'sure' ? 'sure' : false,
    right: ['The cost is «<£ amount>».'],
    wrong: ['Write to <jo@example.org>.', 'where 3 < x and y > 4'],
  },
];

const LETTERS: readonly Kind[] = [
  {
    name: 'struck out',
    lack: 'review',
    sign: /~~/,
    looks: /~~[^~\r\n]{1,300}~~/gu,
    right: ['- «~~A tea dance~~» in May'],
    wrong: ['about ~ 40', 'a ~~~ b'],
  },
  {
    name: 'to be confirmed',
    lack: 'unconfirmed',
    sign: /[Tt]\.?[Bb]\.?[CDAcda]|TK/,
    looks: /(?<![\p{L}\p{N}.@/_-])(?:T\.?B\.?[CDA]|[Tt]b[cda]|t\.b\.[cda]|TK)(?![\p{L}\p{N}@_]|\.\p{L})/gu,
    judge: judgeLetters,
    right: [
      'Evaluation: «tbc» by S151 officer.',
      'The date is «TBC».',
      'Speaker «tba», ticket £4.',
      '**«tbc»**',
    ],
    wrong: [
      'The TBC Gallery is open.',
      'Tbilisi',
      'The Thames Boat Association (TBA) has 40 boats.',
      'Write to tbc@example.org.',
      'TK Maxx gave us a room.',
    ],
  },
  {
    name: 'filler',
    lack: 'filler',
    sign: /[Ii]psum|IPSUM|o enter|n item|ext (?:to |goes )?here/,
    looks:
      /\blorem ipsum\b(?! (?:Press|Books|Ltd|Gallery))|\b[Ll]orem [Ii]psum dolor sit amet\b|\bclick (?:or tap )?(?:here )?to (?:enter|add) (?:text|a date|a title)\b|\bchoose an item\.|\b(?:your )?text (?:to go |goes )?here\b(?=[.\]]?\s*$)/gimu,
    right: ['«Lorem ipsum» dolor.', 'Name: «Click or tap here to enter text».', '«Your text here»'],
    wrong: ['Choose an item from the shelf.', 'The text is here for all to read.'],
  },
  {
    name: 'error of a program',
    lack: 'broken',
    sign: /Error! |#[A-Z]/,
    looks:
      /Error! (?:Reference source|Bookmark|No (?:text|table|bookmark)|Hyperlink|Unknown)[^.\r\n]{0,60}\.?|(?<![\p{L}\p{N}])#(?:REF!|N\/A|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!)/gu,
    right: ['See page «Error! Reference source not found.»', 'The saving is «#REF!» a year.'],
    wrong: ['Error! Try again.', 'Follow #NAMES on the network'],
  },
  {
    name: 'to do',
    lack: 'note',
    sign: /TODO|FIXME/,
    looks: /(?<![\p{L}\p{N}_@#/-])(?:TODO|FIXME)(?![\p{L}\p{N}_]| lists?\b)(?::?[^\r\n.]{0,100})/gu,
    right: ['The roof leaks. «TODO find the survey»', '«FIXME: old figure»'],
    wrong: ['A to do list', 'todos los libros'],
  },
];

const BRACKETS: readonly Kind[] = [
  {
    name: 'bracket',
    lack: 'question',
    sign: /\[/,
    looks: /\[[^\][]{1,300}\]/gu,
    judge: judgeBracket,
    right: [
      'On «[date]» we meet.',
      'The saving is £4,000 «[Finance to confirm]».',
      'With «[two other funders]», we pay half.',
      '«[pie chart to go here]»',
      'It closed in 2018 «[check with CB]».',
      'Ann Holt, «[name of firm]», came.',
      'The Mayor said: "«[quote from the Mayor]»"',
      'It is open «[is it?]» on Mondays.',
      'In «[month]» we stop.',
      '«[LETTERHEAD]»',
      'Wards: «[?]»',
      'By «[●]» June, £«[ ]» is due.',
      'It was seen by «[x people]».',
      'In «[month 2026]» it ends.',
      'A fund of £«[ ]»m, opened by Councillor «[ ]», was spent.',
      'It was opened by «[Cabinet Member]» in May.',
      'As others found «[ref – Olu has this]».',
      'Annex C «[Priti to finish before dispatch]» says so.',
      '*«[Map 2 to be dropped in here. Ann to confirm wards]»*',
      'Most agree «[citation needed]».',
    ],
    wrong: [
      '“It is [the library] that I need,” he said.',
      '“They was [sic] here.”',
      'It was […] a good day.',
      'As others found [3] and [4, 5].',
      'As others found [Holt 2020] and [Holt and Rees, 2019, p. 4].',
      '*R (Holt) v Essex* [2019] UKSC 12',
      'Between [0, 1] and [a, b]',
      'The guide [external link] and the form [PDF, 2MB].',
      '- [ ] Book the hall',
      '- [x] Book the hall',
      'Come weekly [ ] monthly [ ] never [ ]',
      '“Ask [the Member] for help.”',
      '“[W]e came, and the librar[ies] were shut.”',
      'See the [guide][g].\n\n[g]: https://example.org',
      'As said.[^1]\n\n[^1]: ONS.',
      '[The chair left the room for this item and came back at ten.]',
      'Holt, J. (2020) [Online] Available at',
      '“I asked [the manager] for help.”',
      '“It gave [my son] a [quiet] place.”',
    ],
  },
  {
    name: 'citation key',
    lack: 'citation',
    sign: /\[[^\][]{0,40}@/,
    looks: /\[(?:[^\][@]{0,40}[\s;])?-?@[\p{L}\p{N}_][^\][]{0,200}\]/gu,
    judge: ({ text, start, end }) =>
      text[start - 1] === ']' || /[([]/.test(text[end] ?? ' ') ? false : 'sure',
    right: ['Reading helps «[@holt2020]».', 'Reading helps «[@holt2020, p. 3]».', 'So «[see @holt; @rees]».'],
    wrong: ['Write to [jo@example.org](mailto:jo@example.org).', 'Write to jo@example.org [sic].'],
  },
];

/** Every way that there is, the surest first: of two in one place, the first one counts. */
export const KINDS: readonly Kind[] = [
  ...BLANKS,
  ...BRACKETS,
  ...TO_COME,
  ...LETTERS,
  ...CROSSES,
  ...QUESTIONS,
  ...NOTES,
];
