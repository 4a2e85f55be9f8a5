/** Changes a wrong total of a table wherever the text tells it, too. */
import type { Draft } from '../../../draft';
import { stemOf } from '../../../words/tokenize';
import type { Fix } from '../../types';
import { contentOf, type Mention, mentions } from './mentions';
import { change, wordsOf } from './pair-fixes';
import { differ, placedIn } from './placed-numbers';

/** A number with so many digits before its zeros stands for nothing else by chance. */
const TELLING = 4;
/** How much of its sentence may say what a number is, in characters on either side. */
const BESIDE = 60;

/**
 * The fix that writes a total anew in its table and in all sentences that tell it: the same number of the same unit,
 * for the same time, which has many digits or stands by the words of its column. Undefined where there is no such one.
 *
 * @param at an offset in the total
 * @param by the right total
 */
export function everywhere(draft: Draft, at: number, by: number): Fix | undefined {
  const all = placedIn(mentions.in(draft, undefined));
  const own = all.find(
    ({ mention: { span, table }, start }) => table && start + span.start <= at && at < start + span.end,
  );
  if (own === undefined) return undefined;
  const there = all.filter(({ mention }) => tells(mention, own.mention));
  const edits = [own, ...there].flatMap((one) => change(one, by, draft) ?? []);
  if (there.length === 0 || edits.length <= there.length) return undefined;
  return { title: `Write “${edits[0]!.text}” everywhere: here and ${wordsOf(there, draft)}`, edits };
}

function tells(said: Mention, total: Mention): boolean {
  if (said.table || said.value !== total.value || differ(said.times, total.times)) return false;
  const isMoney = total.unit === 'money' || /[£€$]/.test(total.sentence);
  if (said.unit !== (isMoney ? 'money' : total.unit)) return false;
  if (total.value >= 10 ** TELLING / 10 && Number(total.value.toPrecision(TELLING - 1)) !== total.value)
    return true;
  const beside = stems(`${said.lead.slice(-BESIDE)} ${said.after}`);
  return [...stems(total.sentence)].some((word) => beside.has(word));
}

/** What the words of a text mean, whatever their endings: “saves” and “saving”. */
const stems = (text: string): ReadonlySet<string> => new Set(contentOf(text).map(stemOf));
