import { strFromU8 } from 'fflate';
import { relationsPart } from '../../docx/part-names';
import { elementsIn, parseXml } from '../../docx/xml-tree';
import { fromRoot, type Parts, resolve } from './parts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** Our document, as docx made it: its parts by their names. */
export type ExportedParts = Readonly<Record<string, Uint8Array>>;

export function textOf(ours: ExportedParts, name: string): string {
  const part = ours[name];
  return part === undefined ? '' : strFromU8(part);
}

/** The name of the part of a kind; where the template has none, of the one that will be. */
export function partFor(parts: Parts, kind: 'numbering' | 'footnotes' | 'endnotes' | 'comments'): string {
  const there = parts.related(kind);
  if (there !== undefined) return there;
  const name = resolve(parts.main, `${kind}.xml`);
  parts.relate(parts.main, kind, fromRoot(name));
  parts.declare(name, `${WORD}.${kind}+xml`);
  return name;
}

const OWN_MEDIA = 'word/media/advocacy-';

/** Takes our pictures along, under names that no template has. */
export function copyMedia(parts: Parts, ours: ExportedParts): void {
  for (const [name, bytes] of Object.entries(ours)) {
    if (!name.startsWith('word/media/')) continue;
    parts.set(mediaName(name), bytes);
    const extension = name.slice(name.lastIndexOf('.') + 1);
    const type = extension === 'svg' ? 'svg+xml' : extension === 'jpg' ? 'jpeg' : extension;
    parts.declareExtension(extension, `image/${type}`);
  }
}

function mediaName(name: string): string {
  return name.replace('word/media/', OWN_MEDIA);
}

/** Relates the template's part to what ours is related to; returns old id to new one. */
export function addRelations(
  parts: Parts,
  ours: ExportedParts,
  owner: string,
  into: string,
): ReadonlyMap<string, string> {
  const list = ours[relationsPart(owner)];
  if (list === undefined) return new Map();
  const wanted = elementsIn(parseXml(strFromU8(list)))
    .map((one) => ({
      id: one.attributes.Id!,
      type: (one.attributes.Type ?? '').replace(/^.*\//, ''),
      target: one.attributes.Target ?? '',
      external: one.attributes.TargetMode === 'External',
    }))
    .filter(({ type }) => type === 'hyperlink' || type === 'image')
    .map((one) => (one.external ? one : { ...one, target: fromRoot(mediaName(resolve(owner, one.target))) }));
  const ids = parts.relateAll(into, wanted);
  return new Map(wanted.map(({ id }, at) => [id, ids[at]!]));
}
