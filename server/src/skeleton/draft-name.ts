/**
 * What a new draft's file is called, without its ending: "Keep our libraries open!" → "keep-our-libraries-open". Of a long title, the first words.
 *
 * @param title As its author gave it, or anything else to call it by where it has none.
 * @param taken Whether a file of the name is there already; then the next free number is added.
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
  // At the end of a word, where there is one, that is not left hanging.
  const last = long.length > LONGEST ? long.lastIndexOf('-', LONGEST) : -1;
  const kept = last > 0 ? long.slice(0, last).split('-') : [long.slice(0, LONGEST)];
  while (last > 0 && kept.length > 1 && HANGING.has(kept.at(-1)!)) kept.pop();
  const short = kept.join('-');
  const stem = DEVICE.test(short) ? `${short}-draft` : short;
  let name = stem;
  for (let number = 2; await taken(name); number++) name = `${stem}-${number}`;
  return name;
}

/** With more the Explorer cuts off the ending that tells a paper from its documents: “-final.docx”. */
const LONGEST = 30;

/** Words that only what follows gives a meaning. */
const HANGING: ReadonlySet<string> = new Set(
  'a an and as at by for from in is its of on or our the their to with your'.split(' '),
);

/** What Windows takes for a device, whatever its ending: no file can have such a name there. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;
