import { MARK } from '../../../draft/unfilled';
import type { Lack, UnfilledPlace } from './types';

/** How much of a place a message quotes, in characters. */
const LONGEST = 90;

/** The words of a place, or what is missing there, for a message. */
export function shown(words: string, { name, lack }: UnfilledPlace): string {
  return `${lack === 'cell' ? 'The cell for ' : ''}“${short(name ?? words)}”`;
}

function short(words: string): string {
  const text = words
    .replaceAll(MARK, '')
    .replace(/\\(?=[[\]_*])/g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?\| ?/g, ', ')
    .trim();
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST).trimEnd()}…`;
}

/** The end of a message, behind the words of the place: what is wrong, and what to do. */
const SAYS: Readonly<Record<Lack, string>> = {
  blank:
    'is still to be filled in, and a paper that goes out like this looks unfinished. Fill it in, or take out what it belongs to.',
  question:
    'is still to be answered, and its readers would see that nobody has. Put the answer in its place, or take it out.',
  unconfirmed: 'is still to be confirmed. Say what it is, or when and from whom it will be known.',
  'to-come':
    'is not in the paper yet. Put it in before the paper goes out, or say when and where the reader will have it.',
  note: 'is a note between those who write the paper, which its readers should not see. Do what it says, and take it out.',
  filler: 'is filler text. Write what belongs here, or take it out.',
  review:
    'is a change or a comment of a review that nobody has settled. Take it over or leave it, and take the marks out.',
  citation:
    'is the key of a source that the paper does not give. Name the source here or in a footnote, so that the reader can look it up.',
  broken: 'is what Word or Excel leaves where it finds nothing. Write what belongs there.',
  'unknown-figure':
    'stands for something that is not known yet. Find it out and put it in, or take out what it belongs to.',
  cell: 'is empty, where the others of its row and its column are not. Fill it in, or say why there is nothing.',
  label: 'has nothing behind it. Write what belongs there, or take it out.',
  comment:
    'is a note in a comment, which the page does not show, but whoever gets the file can read. Do what it says, and take it out.',
  end: 'breaks off in the middle of a sentence. Finish it, or take it out.',
  address: 'is a link that leads nowhere yet. Give it the address of the page or document.',
};

/** "[date]" is a blank with a name, and not a question. */
const GAP = /^\[(?!.*\b(?:to|check|confirm|needs?|please|pls|ask)\b)[^?–:,-]{1,40}\]$/i;

/** The message for a place with these words. */
export function messageFor(words: string, place: UnfilledPlace): string {
  const lack = place.lack === 'question' && GAP.test(words) ? 'blank' : place.lack;
  return `${shown(words, place)} ${SAYS[lack]}`;
}
