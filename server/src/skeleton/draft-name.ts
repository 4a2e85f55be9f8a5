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
  // At the end of a word, where there is one.
  const last = long.length > LONGEST ? long.lastIndexOf('-', LONGEST) : -1;
  const short = long.slice(0, last > 0 ? last : LONGEST);
  const stem = DEVICE.test(short) ? `${short}-draft` : short;
  let name = stem;
  for (let number = 2; await taken(name); number++) name = `${stem}-${number}`;
  return name;
}

const LONGEST = 60;

/** What Windows takes for a device, whatever its ending: no file can have such a name there. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;
