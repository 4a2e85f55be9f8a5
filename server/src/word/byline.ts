import { comparable } from '../text/comparable';

interface By {
  readonly author?: string;
  readonly organisation?: string;
}

/**
 * The author and the organisation in one line: “Jo Bell, Ashby Libraries”. An author who names the organisation needs it
 * no second time, and of several authors, it is not that of the last.
 */
export function byline(author: string | undefined, organisation: string | undefined): string {
  if (author === undefined || organisation === undefined) return author ?? organisation ?? '';
  if (namesIt(author, organisation)) return author;
  return author + separator(author) + organisation;
}

/** The author and the organisation in a line that may have both, where it is not as `byline` writes it. */
export function changedByline(given: string, author: string, organisation: string): By {
  if (given === '' || given === byline(author || undefined, organisation || undefined)) return {};
  if (given === organisation) return {};
  const behind = separator(author) + organisation;
  if (organisation === '' || (author !== '' && namesIt(author, organisation))) return { author: given };
  if (given.endsWith(behind)) return { author: given.slice(0, -behind.length) };
  if (author === '') return { organisation: given };
  const before = author + separator(author);
  if (given.startsWith(before)) return { organisation: given.slice(before.length) };
  const [first, ...rest] = given.split(', ');
  return rest.length === 0 ? { author: given } : { author: first!, organisation: rest.join(', ') };
}

function namesIt(author: string, organisation: string): boolean {
  return ` ${comparable(author)} `.includes(` ${comparable(organisation)} `);
}

/** What stands between authors: semicolons where each has commas. */
function separator(author: string): string {
  return author.includes('; ') ? '; ' : ', ';
}
