/**
 * What is said to be between two amounts, and is a slip away from it. Only where the words say what each amount is: what a
 * thing costs and what there is for it (“It costs £780,000. We have £300,000 and £45,000. The remaining £425,000 …”), two
 * costs (“It costs £151,000, and one would cost £98,000 and save £63,000”), or two lengths of opening.
 */
import type { Amount } from './amounts';
import { timesIn } from './mentions';
import type { Found } from './shares';
import { isSlip } from './totals';
import { like } from './written';

/** A sentence of a passage with its amounts. */
export interface Told {
  readonly text: string;
  readonly amounts: readonly Amount[];
}

const CUES = /\b(?:gap|shortfall|difference|remaining|extra|additional|leav|sav|short|to\s(?:find|raise))/i;

/** Whether a sentence may say what is between two amounts; most do not. */
export function tellsDifference(text: string): boolean {
  return CUES.test(text);
}

const GAP =
  /\b(?:(?:gap|shortfall|difference)\s(?:of|is)|the\sremaining|leav(?:es|ing)(?:\sus)?|short\sby)\s$/i;
const LEFT = /^\s(?:short|(?:still\s)?to\s(?:find|raise))\b/i;
/** All that may stand with a gap; whatever else does may make it one of something else. */
const WITH_GAP =
  /^(?:so|and|but|which|that|this|it|there|there’s|is|are|we|we’re|have|need|must|still|now|therefore|means|leaves|leaving|us|with|a|the|our|funding|remaining|gap|shortfall|difference|short|of|by)$/i;
const ENDS =
  /^(?:\s(?:a\s+year|short|(?:still\s+)?to\s+(?:find|raise)|(?:that\s+|which\s+)?we\s+(?:haven[’']t|have\s+not|don[’']t\s+have|do\s+not\s+have|lack|must\s+find|still\s+need)(?:\s+got)?(?:\s+yet)?|is\s+(?:still\s+)?to\s+be\s+found))?\s*(?:[.;]|$)/i;

const ROLE =
  /\b(?:(costs?|costing|needs?|target|price)|(have|[’']ve|has|secured|met|meets|committed|raised|gives?|gave|given|pledged|promised|agreed|received|got|won|contributes|contributed|pays|from))\b/gi;
const NO_ROLE = /\b(?:more|less|fewer|than|not|of\s+which|another|further|if|would)\b/i;

/** From a cost to what it saves. */
const AND_SAVES =
  /^(?:\sa\syear)?,?\sand\s(?:would\s|will\s)?saves?\s(?:us\s|them\s|the\s[A-Za-zÀ-ÖØ-ፚḀ-ỹ]+\s)?$/iu;
const COST = /\bcosts?\s(?:us\s|about\s|the\s[A-Za-zÀ-ÖØ-ፚḀ-ỹ]+\s)?$/iu;
const SAVING_ENDS = /^(?:\sa\syear)?(?:\s*[.;]|$|,\s(?:which|to)\b)/i;
const A_YEAR = /^\sa\syear\b/i;
const PERIOD = /^\s(?:a|per|each|every|over|to|for|in)\s/i;

const RATHER = /^(?:\shours)?,?\s(?:rather\sthan|instead\sof|up\sfrom)\s$/i;
const EXTRA = /^(?:\shours)?,?\swith\s(?:the|an)\s(?:extra|additional)\s$/i;
const HOURS = /^\shours\b/i;

/**
 * Differences of a sentence that are not those of the amounts that they are of.
 *
 * @param before the sentences before it in its passage
 * @param next the one after it
 */
export function wrongDifferences(
  told: Told,
  before: readonly Told[],
  next: Told | undefined,
): readonly Found[] {
  return told.amounts.flatMap((one, at) => {
    // The reader of numbers takes “extra” for a word that makes them vague.
    const terms =
      ofOpening(told, at) ?? (one.loose ? undefined : (ofCosts(told, at, before) ?? ofGap(told, at, before)));
    if (!terms || terms.some(({ loose }) => loose)) return [];
    const rest = restOf(terms);
    const all = [...before, told, ...(next ? [next] : [])].flatMap(({ amounts }) => amounts);
    // What it is off by may be told.
    const off = Math.abs(rest - one.value);
    if (rest <= 0 || !isSlip(rest, one.value)) return [];
    if (all.some((other) => other.unit === one.unit && Math.abs(other.value - off) <= other.step / 2))
      return [];
    const said = terms.map(({ words }) => words).join(' less ');
    return [
      {
        at: one,
        message: `“${one.words}” does not follow from the amounts before it: ${said} is ${like(one, rest)}. Put right whichever is wrong.`,
      },
    ];
  });
}

function restOf([whole, ...parts]: readonly Amount[]): number {
  return parts.reduce((left, { value }) => left - value, whole!.value);
}

const between = ({ text }: Told, a: Amount, b: Amount): string => text.slice(a.span.end, b.span.start);
const behind = ({ text }: Told, { span }: Amount): string => text.slice(span.end);
const leadOf = ({ text }: Told, { span }: Amount): string =>
  text.slice(Math.max(0, span.start - 60), span.start);

/** “38 hours rather than 22, with the extra 18 hours …” */
function ofOpening(told: Told, at: number): readonly Amount[] | undefined {
  const [long, short, extra] = told.amounts.slice(Math.max(0, at - 2));
  if (!long || !short || !extra || at !== 2 || told.amounts.length > 3) return undefined;
  if (told.amounts.some(({ unit }) => unit !== 'count') || !HOURS.test(behind(told, extra))) return undefined;
  if (!HOURS.test(behind(told, long)) && !HOURS.test(behind(told, short))) return undefined;
  if (!RATHER.test(between(told, long, short)) || !EXTRA.test(between(told, short, extra))) return undefined;
  return [long, short];
}

/** “Two cost £151,000 a year. One would cost £98,000 and save us £63,000.” */
function ofCosts(told: Told, at: number, before: readonly Told[]): readonly Amount[] | undefined {
  const [now, saved] = [told.amounts[at - 1], told.amounts[at]!];
  if (!now || saved.unit !== 'money' || now.unit !== 'money') return undefined;
  if (!AND_SAVES.test(between(told, now, saved)) || !COST.test(leadOf(told, now))) return undefined;
  if (!SAVING_ENDS.test(behind(told, saved)) || told.amounts.length > at + 1) return undefined;
  const sentence = at === 1 ? before.at(-1) : told;
  const all = at === 1 ? sentence?.amounts : told.amounts.slice(0, at - 1);
  const [then, ...others] = all?.filter(({ unit }) => unit === 'money') ?? [];
  if (!then || !sentence || others.length > 0) return undefined;
  const last = behind(sentence, then);
  if (!COST.test(leadOf(sentence, then)) || (PERIOD.test(last) && !A_YEAR.test(last))) return undefined;
  return A_YEAR.test(behind(told, now)) && !A_YEAR.test(last) ? undefined : [then, now];
}

/** What a thing costs, less what there is for it. */
function ofGap(told: Told, at: number, before: readonly Told[]): readonly Amount[] | undefined {
  const gap = told.amounts[at]!;
  if (gap.unit !== 'money' || at !== told.amounts.length - 1) return undefined;
  const after = behind(told, gap);
  if (!(GAP.test(leadOf(told, gap)) || LEFT.test(after)) || !ENDS.test(after)) return undefined;
  if (timesIn(told.text).size > 0) return undefined;
  const last = told.amounts[at - 1];
  let words = told.text.slice(last?.span.end ?? 0, gap.span.start);
  if (last) words = words.slice(words.lastIndexOf(',') + 1);
  const isOfAll = (word: string): boolean => WITH_GAP.test(word.replace(/[,;–-]$/, '').replace("'", '’'));
  if (!words.split(/\s+/).every((word) => word === '' || isOfAll(word))) return undefined;
  const costs: Amount[] = [];
  const had: Amount[] = [];
  for (const sentence of [...before, { ...told, amounts: told.amounts.slice(0, at) }]) {
    let role: 'cost' | 'had' | undefined;
    let from = 0;
    for (const one of sentence.amounts) {
      const lead = sentence.text.slice(from, one.span.start);
      from = one.span.end;
      if (one.unit !== 'money') continue;
      role = roleIn(lead) ?? (/^,?\s(?:and\s)?$/.test(lead) ? role : undefined);
      if (!role || NO_ROLE.test(lead) || /^\s(?:more|less)\b/i.test(behind(sentence, one))) return undefined;
      (role === 'cost' ? costs : had).push(one);
    }
  }
  const [cost] = costs;
  if (!cost || costs.length > 1 || had.length === 0 || had.length > 4) return undefined;
  // What was had for a while may have ended.
  return restOf([cost, ...had]) > 0 ? [cost, ...had] : [cost, had.at(-1)!];
}

/** What the last word on it before an amount says that it is. */
function roleIn(lead: string): 'cost' | 'had' | undefined {
  const last = [...lead.matchAll(ROLE)].at(-1);
  return last && (last[1] ? 'cost' : 'had');
}
