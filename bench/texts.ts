import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { random } from '../server/test/draft/hostile';

/** The pieces that texts are made of, from the project's examples and snippets. */
export interface Material {
  readonly headings: readonly string[];
  readonly sentences: readonly string[];
  readonly items: readonly string[];
  readonly quotations: readonly string[];
  readonly rows: readonly string[];
  /** The texts of footnotes, by label. */
  readonly notes: ReadonlyMap<string, string>;
}

const EXAMPLES = [
  'examples/cabinet-report.md',
  'examples/press-release.md',
  'examples/briefings/ashcombe-road.md',
];
const PLACES = [
  ...[
    'Fenholme',
    'Saltby Quay',
    'Ashcombe Road',
    'Thornby',
    'Wexmoor',
    'Marlow Cross',
    'Upper Tarn',
    'Kelder End',
  ],
  ...[
    'Brackwith',
    'Ouseby',
    'North Hallam',
    'Pennard',
    'Eastling',
    'Cawdale',
    'Little Orme',
    'Sallow Bridge',
  ],
];
const KNOWN_PLACE = /Fenholme|Saltby Quay|Ashcombe Road|Thornby|Wexmoor/g;
const NUMBER = /(?<![\w.,/[^-])\d[\d,]*\d(?![\w/-])/g;
const REFERENCE = /\[\^([\w-]+)\]/g;

/** Reads the material from the project's folder. */
export function readMaterial(root: string): Material {
  const read = (path: string): string => readFileSync(join(root, path), 'utf8');
  const snippets = JSON.parse(read('snippets/advocacy.json')) as Record<string, { body: string | string[] }>;
  const texts = [
    ...EXAMPLES.map((path) => filled(read(path).replace(/^---\n[\s\S]*?\n---\n/, ''))),
    ...Object.values(snippets).map(({ body }) => filled([body].flat().join('\n'))),
  ];
  const headings: string[] = [];
  const sentences: string[] = [];
  const items: string[] = [];
  const quotations: string[] = [];
  const rows: string[] = [];
  const notes = new Map<string, string>();
  for (const block of texts.flatMap((text) => text.split(/\n{2,}/)).map((block) => block.trim())) {
    const note = /^\[\^([\w-]+)\]: (.*)/.exec(block);
    if (note) {
      for (const [, label, says] of block.matchAll(/^\[\^([\w-]+)\]: (.*)/gm)) notes.set(label!, says!);
    } else if (/^#{2,3} /.test(block)) headings.push(block.replace(/^#+ /, ''));
    else if (block.startsWith('>')) quotations.push(block);
    else if (block.startsWith('|')) rows.push(...block.split('\n').slice(2).flatMap(threeCells));
    else if (/^(?:- |\d+\. )/.test(block))
      items.push(...block.split('\n').map((item) => item.replace(/^(?:-|\d+\.) /, '')));
    else if (/^\p{L}/u.test(block) && !block.includes('\n') && block.length > 60)
      sentences.push(...sentencesOf(block));
  }
  // remark reports e-mail addresses, and its server never answers for a text with many of them.
  return {
    headings,
    sentences: sentences.filter((text) => !text.includes('@')),
    items,
    quotations,
    rows,
    notes,
  };
}

/**
 * A report of at most `bytes` bytes in UTF-8, and less by at most a paragraph. The same `seed` makes the same text. Names,
 * figures and the order of sentences vary so that no paragraph occurs twice, as a cache would make a program look quicker.
 * It has one placeholder for programs that look for these.
 */
export function draft(material: Material, bytes: number, seed: number): string {
  const next = random(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)]!;
  const some = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  const varied = (text: string, part: number): string =>
    text
      .replace(KNOWN_PLACE, () => pick(PLACES))
      .replace(NUMBER, (digits) => (/^(?:19|20)\d\d$/.test(digits) ? digits : similar(digits, next)))
      .replace(REFERENCE, (_, label: string) => `[^${label}-${part}]`);
  const several = (count: number, from: readonly string[], part: number): string[] =>
    Array.from({ length: count }, () => varied(pick(from), part));

  const block = (part: number): string => {
    const kind = next();
    if (kind < 0.68) return several(some(2, 5), material.sentences, part).join(' ');
    if (kind < 0.8)
      return several(some(3, 6), material.items, part)
        .map((item) => `- ${item}`)
        .join('\n');
    if (kind < 0.9) return varied(pick(material.quotations), part);
    const rows = several(some(3, 6), material.rows, part);
    return ['| Subject | What it means | Note |', '| --- | --- | --- |', ...rows].join('\n');
  };

  const title = `Libraries for ${pick(PLACES)}: report ${seed} to Cabinet`;
  const blocks = [
    `---\ntitle: "${title}"\nkind: report\naudience: Cabinet\nlanguage: en-GB\n---`,
    `# ${title}`,
    `The decision on ${pick(PLACES)} is needed by [insert date].`,
  ];
  const seen = new Set<string>();
  let left = bytes - length(blocks.join('\n\n')) - 1;
  for (let part = 1; ; part++) {
    const heading = `## ${pick(material.headings)}: ${pick(PLACES)}, part ${part}`;
    const notes = new Map<string, string>();
    const section: string[] = [];
    let full = false;
    for (let wanted = some(3, 7); section.length < wanted; ) {
      const text = block(part);
      if (seen.has(text)) continue;
      const mine = [...text.matchAll(REFERENCE)]
        .map(([, label]) => label!)
        .filter((label, index, all) => !notes.has(label) && all.indexOf(label) === index)
        .map((label) => [label, noteFor(material, label)] as const);
      const first = section.length === 0 ? length(heading) + 2 : 0;
      const size =
        first +
        length(text) +
        2 +
        mine.reduce((sum, [label, note]) => sum + length(note) + label.length + 7, 0);
      full = size > left;
      if (full) break;
      left -= size;
      seen.add(text);
      section.push(text);
      for (const [label, note] of mine) notes.set(label, note);
    }
    if (section.length > 0) {
      const defined = [...notes].map(([label, note]) => `[^${label}]: ${note}`);
      blocks.push(heading, ...section, ...defined);
    }
    if (full) break;
  }
  return `${blocks.join('\n\n')}\n`;
}

/** A place where a key can be typed: in the middle of a line of plain prose. */
export interface Spot {
  readonly line: number;
  readonly character: number;
  readonly offset: number;
}

/** Up to `count` spots in different lines, in an order that jumps about the text, the same for the same text. */
export function spots(text: string, count: number): Spot[] {
  const lines: Spot[] = [];
  let offset = 0;
  for (const [line, content] of text.split('\n').entries()) {
    const space = content.indexOf(' ', content.length / 2);
    if (/^\p{L}/u.test(content) && content.length > 80 && space > 0)
      lines.push({ line, character: space, offset: offset + space });
    offset += content.length + 1;
  }
  const wanted = Math.min(count, lines.length);
  const spread = Array.from(
    { length: wanted },
    (_, index) => lines[Math.floor(((index + 0.5) * lines.length) / wanted)]!,
  );
  // A step without a common divisor with the count visits each spot once, far from the one before.
  let step = Math.max(1, Math.round(wanted * 0.382));
  while (divisor(step, wanted) > 1) step++;
  return spread.map((_, index) => spread[(index * step) % wanted]!);
}

function divisor(one: number, other: number): number {
  return other === 0 ? one : divisor(other, one % other);
}

/** A snippet with its placeholders replaced by their defaults. */
function filled(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|([^,|}]*)[^}]*\}/g, '$1')
    .replace(/\$\{\d+:(\[insert [^\]]*\])\}/g, '$1')
    .replace(/\[insert ([^\]]*)\]/g, (_, wanted: string) => {
      if (/number|amount|cost|figure/.test(wanted)) return '1,240';
      if (/percentage/.test(wanted)) return '64%';
      if (/year/.test(wanted)) return '2025/26';
      if (/date/.test(wanted)) return '14 March 2027';
      if (/place|library|libraries/.test(wanted)) return 'Thornby';
      if (/web address/.test(wanted)) return 'from the author';
      return wanted;
    })
    .replace(/-?\$CURRENT_SECONDS_UNIX/g, '');
}

function sentencesOf(paragraph: string): string[] {
  return paragraph.split(/(?<=[.!?]["”]?(?:\[\^[\w-]+\])*) (?=\p{Lu})/u);
}

/** A row cut to three cells, or none if it has fewer. */
function threeCells(row: string): string[] {
  const cells = row.split('|').slice(1, -1);
  return cells.length >= 3 ? [`|${cells.slice(0, 3).join('|')}|`] : [];
}

/** Another number with as many digits in the same format. */
function similar(digits: string, next: () => number): string {
  return digits.replace(/\d/g, (_, index: number) =>
    String(Math.floor(next() * (index === 0 ? 9 : 10)) + (index === 0 ? 1 : 0)),
  );
}

function noteFor({ notes }: Material, label: string): string {
  return (
    notes.get(label.replace(/-\d+$/, '')) ??
    'Wexmoor Council, *Library service annual report 2025/26*, June 2026.'
  );
}

function length(text: string): number {
  return Buffer.byteLength(text);
}
