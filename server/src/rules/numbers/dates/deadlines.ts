/** Finds a consultation that closes on two days, or after what is decided on it. */
import { type Block, BlockFinder, type Draft, moved, perBlock, type Span } from '../../../draft';
import { ownSentences, spanIn } from '../../lib/blocks/prose';
import { displayDay, MS } from '../../lib/dates/calendar';
import type { PaperDate } from '../../lib/dates/paper-date';
import { type Clash, wrong } from '../clash';
import { A_DAY, type Day, daysIn, NO_NUMBER, namesDay, timeBy } from './days';

const ANY = new RegExp(`${NO_NUMBER}${A_DAY}`, 'gi');
const WHO = '(?:cabinet|committee|council|board|executive|trustees|assembly)';
/** “The consultation closes on 15 March”, “… is open from 12 January to 15 March”, “the closing date is 15 March” */
const CLOSES =
  /\b(?:consultation\s(?:[a-z]+\s){0,4}?(?:closes?|ends?|until|till|from\s[^.;]{3,40}?\s(?:to|until))|closing\sdate\sis)\s(?:on\s|is\s|at\s)?$/i;
/** “A report will go to Cabinet on 10 March”, “Cabinet decides on 10 March” */
const DECIDES = new RegExp(
  `\\b(?:(?:report|paper|findings|results|responses)\\s(?:[a-z]+\\s){0,5}?to\\s(?:the\\s|our\\s)?(?:[A-Za-z]+\\s){0,3}?${WHO}|${WHO}\\s(?:will\\s|is\\sto\\s)?(?:decides?|votes?|meets?\\sto\\sdecide))\\son\\s$`,
  'i',
);
/** Words for what was, or for one of several consultations or reports, and for what else has a closing date. */
const OTHERWISE =
  /\b(?:had|was|were|did|if|would|could|last|previous\w*|originally|extended|staff|union|second|first|informal|budget|interim|draft|funds?|grants?|applications?|bids?|tenders?|posts?|not)\b/i;
/** How far apart two days are on which one consultation closes, and how long before it closes what is decided is on it. */
const FURTHEST = 31 * MS;

interface When extends Day {
  readonly does: 'closes' | 'decides';
  readonly span: Span;
}

const finder = new BlockFinder(
  perBlock((block: Block): readonly When[] => {
    if (!namesDay(block)) return [];
    return ownSentences(block).flatMap((sentence) =>
      daysIn(sentence.text, ANY).flatMap(({ match: _, at, ...day }): readonly When[] => {
        const lead = sentence.text.slice(0, at.start);
        const does = CLOSES.test(lead) ? 'closes' : DECIDES.test(lead) ? 'decides' : undefined;
        return does && !OTHERWISE.test(lead) ? [{ ...day, does, span: spanIn(sentence, at) }] : [];
      }),
    );
  }),
);

/** The days of a draft on which its consultation closes a second time, or on which it is decided before it closes. */
export function wrongDeadlines(draft: Draft, paper: PaperDate | undefined): readonly Clash[] {
  const all = finder.in(draft, undefined).flatMap(({ found, placed: { start } }) =>
    found.flatMap((when) => {
      const time = timeBy(when, paper?.exact ? paper.time : undefined);
      return time === undefined ? [] : [{ ...moved(when, start), time }];
    }),
  );
  const [closing, other, ...more] = [
    ...new Set(all.flatMap(({ does, time }) => (does === 'closes' ? [time] : []))),
  ];
  if (closing === undefined || more.length > 0) return [];
  const on = displayDay(closing);
  return all.flatMap(({ does, time, span }) => {
    const off = time - closing;
    if (does === 'closes')
      return time === other && Math.abs(off) <= FURTHEST
        ? [
            wrong(
              { span },
              `The consultation closes on ${displayDay(time)} here, and on ${on} elsewhere in the paper.`,
            ),
          ]
        : [];
    return other === undefined && off < 0 && off > -FURTHEST
      ? [wrong({ span }, `This is on ${displayDay(time)}, and the consultation closes after that, on ${on}.`)]
      : [];
  });
}
