import { isInstruction } from './brackets';
import { ASKED } from './question-marks';
import type { Found, Kind } from './types';
import { anyCase, exactCase, MARK, NAMED } from './vocabulary';

/** The text before a place, from the beginning of its line, clause or bracket. */
const clauseBefore = ({ text, start }: Found): string =>
  /[^.:;!?()>\r\n]{0,60}$/
    .exec(text.slice(Math.max(0, start - 60), start))![0]
    .replaceAll(MARK, '')
    .trim();

/** Whether words can be a title: "Neil’s appendix", but not "All that you give goes into the table". */
const isTitle = (words: string): boolean =>
  words === '' ||
  (words.split(/\s+/).length < 4 && !/\b(?:the|your|all|this|these|which|that)\b/iu.test(words));

/** Parts of a paper, on which no survey asks: "Do you have the figure for 2024?" */
const LACKING =
  /\b(?:figures?|numbers?|dates?|sources?|totals?|quot(?:e|ation)s?|photos?|pictures?|costs?|tables?)\b/i;

/** Those of a council who fill in their parts of a paper. */
const OFFICE =
  '[Oo]fficers|[Ll]ead officer|(?:[Rr]eport )?[Aa]uthor|Legal|Finance|HR|Human Resources|Procurement|Property|Estates|Equalities|Comms|Communications|Democratic [Ss]ervices|Monitoring Officer|Section 151 Officer';

/** Instructions to the writers without brackets. */
export const INSTRUCTIONS: readonly Kind[] = [
  {
    name: 'thing to go here',
    lack: 'to-come',
    sign: /(?:to go|goes) here|[a-z] HERE/,
    looks: anyCase`(?<![A-Za-zÀ-ÖØ-ፚḀ-ỹ\d])(?:${NAMED})(?:\s\d{1,2})?(?:\s(?:of|for|from|on) [A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]{1,30}(?: [A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]{1,30})?)?\s(?:to go|goes) here(?=[\s.!)>\]${MARK}]*$|[.;,)\r\n])|(?<![A-Za-zÀ-ÖØ-ፚḀ-ỹ\d])(?:boilerplate|bio|copy|logo|quote|table|text|wording) HERE(?=[\s.!)>\]${MARK}]*$)`,
    judge: (found) => !found.quoted() && isTitle(clauseBefore(found)),
  },
  {
    name: 'fact in capitals',
    lack: 'blank',
    sign: /[a-z] (?:TEL|PHONE|NUMBER|EMAIL|DATE|NAME|QUOTE|FIGURE|ADDRESS|LOGO|LINK)\b/,
    looks: exactCase`(?<=\p{Ll} )(?<!(?:^|[^A-Za-zÀ-ÖØ-ፚḀ-ỹ])(?:the|a|my|your) )(?:TEL|PHONE|NUMBER|EMAIL|DATE|NAME|QUOTE|FIGURE|ADDRESS|LOGO|LINK)(?=[.\s${MARK}]*$)`,
    judge: ({ quoted, place }) => !quoted() && (!place.form || place.item === true),
  },
  {
    name: 'thing to insert',
    lack: 'note',
    sign: /[Ii]nsert |[-–] add /,
    looks: exactCase`(?:^${MARK}*[Ii]nsert (?!your\b|the\b|an? )(?:[A-Za-zÀ-ÖØ-ፚḀ-ỹ\d’'-]{1,20} ){0,2}|(?<=[A-Za-zÀ-ÖØ-ፚḀ-ỹ] [-–] )add (?!your\b))(?:${NAMED})(?: (?:from|by|for|of|here)(?: [A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]{1,20}){0,3})?(?=[\s${MARK}]*$)`,
    judge: ({ quoted, place, words }) =>
      !place.item && !place.alone && (!quoted() || place.quoted === true) && !/\byou/u.test(words),
  },
  {
    name: 'left to a colleague',
    lack: 'note',
    sign: / to (?:insert|complete|fill in|add)\b/,
    looks: exactCase`(?:^|(?<=[.!?:] ${MARK}{0,2}|[.!?:]${MARK}{1,2} |^[\d.]{1,6}[ \t]))${MARK}{0,2}(?:The )?(?:${OFFICE})(?: (?:team|services|colleagues|officers?))? (?:still )?to (?:insert|complete|fill in|add)(?: (?:${NAMED}))?(?=[.\s${MARK}]*$)`,
    judge: ({ quoted, place }) => !quoted() && !place.form,
  },
  {
    name: 'marked stretch',
    lack: 'note',
    sign: /==|##|\*{3} /,
    looks: () =>
      /(?<![={])==[^=\r\n]{3,200}==(?![=}])|(?<![#A-Za-zÀ-ÖØ-ፚḀ-ỹ])##[^#\r\n]{3,200}##(?!#)|(?<!\*)\*{3} [^*\r\n]{3,200} \*{3}(?!\*)/gu,
    judge: (found) => {
      const asked = found.words.replace(/[=#*]{2,3}/g, '').trim();
      if (!isInstruction(asked)) return false;
      // A question may be quoted from a survey: "The form asks ==why do you come?=="
      if (!ASKED.test(asked) || !/^[^?]+\?$/.test(asked) || isInstruction(asked.slice(0, -1))) return true;
      if (found.quoted() || found.place.quoted) return false;
      if (/\b(?:can|could|will|would) you\b/i.test(asked)) return true;
      return /\byou/i.test(asked) && !LACKING.test(asked) ? false : 'doubtful';
    },
  },
];
