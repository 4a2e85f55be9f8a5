/**
 * The file name of a new draft, without ending, from the first words: "Keep our libraries!" → "keep-our-libraries".
 *
 * @param title the title, or another name if it has none
 * @param taken whether a file with a name exists; then the next free number is added
 */
export async function draftName(
  title: string,
  taken: (name: string) => boolean | Promise<boolean> = () => false,
): Promise<string> {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’]|(?<=\d),(?=\d{3})/g, '')
    .match(/[A-Za-zÀ-ÖØ-ፚḀ-ỹ\d]+/gu);
  const long = (words ?? ['draft']).join('-');
  // Cuts at the end of a word, and drops words that would be left hanging.
  const last = long.length > LONGEST ? long.lastIndexOf('-', LONGEST) : -1;
  const kept = last > 0 ? long.slice(0, last).split('-') : [long.slice(0, LONGEST)];
  while (last > 0 && kept.length > 1 && HANGING.has(kept.at(-1)!)) kept.pop();
  const short = kept.join('-');
  const stem = DEVICE.test(short) ? `${short}-draft` : short;
  let name = stem;
  for (let number = 2; await taken(name); number++) name = `${stem}-${number}`;
  return name;
}

/** The longest name: with more, the Explorer hides the ending that tells a draft from its documents (“-final.docx”). */
const LONGEST = 30;

/** Words without a meaning at the end of a name. */
const HANGING: ReadonlySet<string> = new Set(
  'a an and as at by for from in is its of on or our the their to with your'.split(' '),
);

/** Names of devices, which no file can have on Windows, whatever its ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;
