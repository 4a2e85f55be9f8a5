import { strFromU8 } from 'fflate';
import { escapeXml } from '../xml';
import { elementIn, elementsIn, parseXml, type Splice, type XmlElement } from '../xml-tree';
import { TemplateError } from './open';
import { type Slot, sectionXml } from './page';
import { fromRoot, inserted, type Parts, resolve, withNamespaces } from './parts';
import type { Roles, TemplateList } from './roles';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** Our document, as docx packed it. */
export type Ours = Readonly<Record<string, Uint8Array>>;

/** How ids of ours change when our parts join those of the template. */
interface Renumbering {
  readonly relations: ReadonlyMap<string, string>;
  readonly numbers: ReadonlyMap<string, { readonly id: string; readonly list: ListUse | undefined }>;
  readonly notes: number;
  readonly comments: number;
  readonly roles: Roles;
}

/** Which of the template's list styles stand in for one of our lists. */
interface ListUse {
  readonly levels: readonly TemplateList[];
}

/** Puts our text, with all that belongs to it, into the template's package. */
export function merge(parts: Parts, ours: Ours, slot: Slot, roles: Roles): void {
  addStyles(parts, roles);
  const numbers = addNumbering(parts, ours, roles);
  copyMedia(parts, ours);
  const notes = {
    footnotes: highest(parts, 'footnotes', 'w:footnote') + 1,
    endnotes: highest(parts, 'endnotes', 'w:endnote') + 1,
    comments: highest(parts, 'comments', 'w:comment') + 1,
  };
  const renumbering = (owner: string, kind: keyof typeof notes | undefined, into: string): Renumbering => ({
    relations: addRelations(parts, ours, owner, into),
    numbers,
    notes: notes[kind === 'endnotes' || hasNotes(ours, 'endnotes') ? 'endnotes' : 'footnotes'],
    comments: notes.comments,
    roles,
  });
  for (const kind of ['footnotes', 'endnotes', 'comments'] as const) {
    if (kind === 'comments' ? ours['word/comments.xml'] === undefined : !hasNotes(ours, kind)) continue;
    const name = partFor(parts, kind);
    addNotes(
      parts,
      ours,
      kind,
      name,
      (xml) => renumbered(xml, renumbering(`word/${kind}.xml`, kind, name)),
      notes[kind],
    );
  }
  addBody(parts, ours, slot, (xml) =>
    renumbered(xml, renumbering('word/document.xml', undefined, parts.main)),
  );
  for (const kind of ['footnotes', 'endnotes'] as const) orderNotes(parts, kind);
}

function text(ours: Ours, name: string): string {
  const part = ours[name];
  return part === undefined ? '' : strFromU8(part);
}

// --- Styles ---------------------------------------------------------------------------------------------------

function addStyles(parts: Parts, roles: Roles): void {
  const name = parts.related('styles');
  const root = name === undefined ? undefined : parts.root(name);
  if (name === undefined || root === undefined) throw new TemplateError('it has no styles');
  parts.set(name, inserted(parts.text(name)!, root, roles.added));
}

// --- Lists ----------------------------------------------------------------------------------------------------

function addNumbering(parts: Parts, ours: Ours, roles: Roles): Renumbering['numbers'] {
  const own = parseXml(text(ours, 'word/numbering.xml'));
  const name = partFor(parts, 'numbering');
  const theirs = parts.root(name) ?? parseXml(EMPTY_NUMBERING);
  const theirText = parts.text(name) ?? EMPTY_NUMBERING;
  const max = (element: XmlElement, child: string, id: string): number =>
    Math.max(0, ...elementsIn(element, child).map((one) => Number(one.attributes[id]) || 0));
  const abstractOffset = max(theirs, 'w:abstractNum', 'w:abstractNumId') + 1;
  const numOffset = max(theirs, 'w:num', 'w:numId') + 1;
  const ownText = text(ours, 'word/numbering.xml');
  const slice = (element: XmlElement): string => ownText.slice(element.start, element.end);

  const abstracts = elementsIn(own, 'w:abstractNum')
    .map((one) =>
      slice(one).replace(/(w:abstractNumId=")(\d+)/, (_, start, id) => start + (Number(id) + abstractOffset)),
    )
    .join('');
  const numbers = new Map<string, { id: string; list: ListUse | undefined }>();
  let nums = '';
  for (const num of elementsIn(own, 'w:num')) {
    const id = num.attributes['w:numId']!;
    const newId = String(Number(id) + numOffset);
    const shape = shapeOf(own, num);
    const levels = shape.kind === 'bullets' ? roles.bullets : shape.kind === 'numbers' ? roles.numbers : [];
    const restarted = shape.kind === 'numbers' ? restart(theirs, levels[0], newId, shape.start) : undefined;
    const list =
      levels.length > 0 && (shape.kind === 'bullets' || restarted !== undefined) ? { levels } : undefined;
    nums +=
      restarted ??
      slice(num)
        .replace(/(w:numId=")\d+/, `$1${newId}`)
        .replace(
          /(<w:abstractNumId w:val=")(\d+)/,
          (_, start, abstract) => start + (Number(abstract) + abstractOffset),
        );
    numbers.set(id, { id: newId, list });
  }
  const firstNum = elementsIn(theirs, 'w:num')[0];
  const lastNum = elementsIn(theirs, 'w:num').at(-1);
  const lastAbstract = elementsIn(theirs, 'w:abstractNum').at(-1);
  const tail = elementsIn(theirs).find(
    (one) => one.name === 'w:numIdMacAtCleanup' || one.name === 'mc:AlternateContent',
  );
  const end = tail?.start ?? theirs.close;
  const isEmpty = theirs.close === theirs.end;
  const merged = isEmpty
    ? inserted(theirText, theirs, abstracts + nums)
    : splicedAt(theirText, [
        { at: firstNum?.start ?? lastAbstract?.end ?? end, xml: abstracts },
        { at: lastNum?.end ?? firstNum?.start ?? lastAbstract?.end ?? end, xml: nums },
      ]);
  parts.set(name, withNamespaces(merged, parseXml(merged), own));
  return numbers;
}

const EMPTY_NUMBERING =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"></w:numbering>';

function splicedAt(
  text: string,
  additions: readonly { readonly at: number; readonly xml: string }[],
): string {
  let out = '';
  let from = 0;
  for (const { at, xml } of additions) {
    out += text.slice(from, at) + xml;
    from = at;
  }
  return out + text.slice(from);
}

/** What kind of list one of our instances is. */
function shapeOf(
  own: XmlElement,
  num: XmlElement,
): { readonly kind: 'bullets' | 'numbers' | 'other'; readonly start: string } {
  const abstractId = elementIn(num, 'w:abstractNumId')?.attributes['w:val'];
  const abstract = elementsIn(own, 'w:abstractNum').find(
    (one) => one.attributes['w:abstractNumId'] === abstractId,
  );
  const level = elementsIn(abstract, 'w:lvl')[0];
  const format = elementIn(level, 'w:numFmt')?.attributes['w:val'];
  const shown = elementIn(level, 'w:lvlText')?.attributes['w:val'];
  const second = elementIn(elementsIn(abstract, 'w:lvl')[1], 'w:lvlText')?.attributes['w:val'] ?? '';
  const start = elementIn(level, 'w:start')?.attributes['w:val'] ?? '1';
  if (format === 'bullet') return { kind: shown === '\u00a0' ? 'other' : 'bullets', start };
  return { kind: second.includes('%1') ? 'other' : 'numbers', start };
}

/** An instance of the template's own numbers that begins afresh; undefined where those are not plain numbers. */
function restart(
  theirs: XmlElement,
  list: TemplateList | undefined,
  id: string,
  start: string,
): string | undefined {
  if (list === undefined) return undefined;
  const num = elementsIn(theirs, 'w:num').find((one) => one.attributes['w:numId'] === list.numId);
  const abstractId = elementIn(num, 'w:abstractNumId')?.attributes['w:val'];
  const abstract = elementsIn(theirs, 'w:abstractNum').find(
    (one) => one.attributes['w:abstractNumId'] === abstractId,
  );
  const level = elementsIn(abstract, 'w:lvl').find((one) => one.attributes['w:ilvl'] === list.level);
  if (elementIn(level, 'w:numFmt')?.attributes['w:val'] !== 'decimal') return undefined;
  return (
    `<w:num w:numId="${id}"><w:abstractNumId w:val="${escapeXml(abstractId ?? '')}"/>` +
    `<w:lvlOverride w:ilvl="${escapeXml(list.level)}"><w:startOverride w:val="${start}"/></w:lvlOverride></w:num>`
  );
}

// --- Notes and comments ---------------------------------------------------------------------------------------

function hasNotes(ours: Ours, kind: 'footnotes' | 'endnotes'): boolean {
  return new RegExp(`<w:${kind.slice(0, -1)} w:id=`).test(text(ours, `word/${kind}.xml`));
}

function highest(parts: Parts, kind: string, element: string): number {
  const name = parts.related(kind);
  const root = name === undefined ? undefined : parts.root(name);
  return Math.max(0, ...elementsIn(root, element).map((one) => Number(one.attributes['w:id']) || 0));
}

function addNotes(
  parts: Parts,
  ours: Ours,
  kind: 'footnotes' | 'endnotes' | 'comments',
  name: string,
  change: (xml: string) => string,
  offset: number,
): void {
  const ownText = text(ours, `word/${kind}.xml`);
  const own = parseXml(ownText);
  const renumberedNote = (xml: string): string =>
    xml.replace(/(\sw:id=")(\d+)/, (_, start, id) => start + (Number(id) + offset));
  const notes = elementsIn(own)
    .filter((note) => note.attributes['w:type'] === undefined)
    .map((note) => {
      const xml = ownText.slice(note.start, note.end);
      const tag = ownText.slice(note.start, note.open);
      return renumberedNote(tag) + change(xml.slice(tag.length));
    })
    .join('');
  const theirs = parts.text(name);
  if (theirs === undefined) {
    // The separators that Word draws above notes come with ours.
    const separators = elementsIn(own)
      .filter((note) => note.attributes['w:type'] !== undefined)
      .map((note) => change(ownText.slice(note.start, note.end)))
      .join('');
    parts.set(name, ownText.slice(0, own.open) + separators + notes + ownText.slice(own.close));
    return;
  }
  const merged = inserted(theirs, parseXml(theirs), notes);
  parts.set(name, withNamespaces(merged, parseXml(merged), own));
}

/**
 * Leaves out the template's notes that nothing refers to any more, and puts the others in the order of the text:
 * LibreOffice takes the first reference for one to the first note, whatever the ids say.
 */
function orderNotes(parts: Parts, kind: 'footnotes' | 'endnotes'): void {
  const name = parts.related(kind);
  const text = name === undefined ? undefined : parts.text(name);
  if (name === undefined || text === undefined) return;
  const root = parseXml(text);
  const element = kind === 'footnotes' ? 'w:footnote' : 'w:endnote';
  const all = elementsIn(root, element);
  const notes = new Map<string, string>();
  let special = '';
  for (const note of all) {
    const xml = text.slice(note.start, note.end);
    const type = note.attributes['w:type'];
    if (type !== undefined && type !== 'normal') special += xml;
    else notes.set(note.attributes['w:id'] ?? '', xml);
  }
  const main = parts.text(parts.main) ?? '';
  let ordered = '';
  for (const found of main.matchAll(new RegExp(`<${element}Reference\\b[^>]*?\\sw:id="(-?\\d+)"`, 'g'))) {
    ordered += notes.get(found[1]!) ?? '';
    notes.delete(found[1]!);
  }
  if (root.open === root.end) return;
  parts.set(name, text.slice(0, root.open) + special + ordered + text.slice(root.close));
}

// --- Relations and pictures -----------------------------------------------------------------------------------

/** The name of the part of a kind; where the template has none, of the one that will be. */
function partFor(parts: Parts, kind: 'numbering' | 'footnotes' | 'endnotes' | 'comments'): string {
  const there = parts.related(kind);
  if (there !== undefined) return there;
  const name = resolve(parts.main, `${kind}.xml`);
  parts.relate(parts.main, kind, fromRoot(name));
  parts.declare(name, `${WORD}.${kind}+xml`);
  return name;
}

const OWN_MEDIA = 'word/media/advocacy-';

function copyMedia(parts: Parts, ours: Ours): void {
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
function addRelations(parts: Parts, ours: Ours, owner: string, into: string): ReadonlyMap<string, string> {
  const list = ours[owner.replace(/([^/]+)$/, '_rels/$1.rels')];
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

// --- Text -----------------------------------------------------------------------------------------------------

/** Bookmarks of ours get numbers that no template reaches; the last pass over the package counts them afresh. */
const BOOKMARKS = 1_000_000;

const REFERENCES =
  /<w:(pStyle|rStyle|tblStyle) w:val="([^"]*)"\/>|(\sr:(?:id|embed|link))="([^"]*)"|<w:numId w:val="(\d+)"\/>|(<w:(?:footnote|endnote)Reference w:id=)"(\d+)"|(<w:comment(?:RangeStart|RangeEnd|Reference)\b[^>]*?\sw:id=)"(\d+)"|(<w:bookmark(?:Start|End)\b[^>]*?\sw:id=)"(\d+)"/g;

function renumbered(xml: string, { relations, numbers, notes, comments, roles }: Renumbering): string {
  return withTemplateLists(xml, numbers, roles).replace(
    REFERENCES,
    (whole, kind, style, relation, id, num, note, noteId, comment, commentId, bookmark, bookmarkId) => {
      if (kind !== undefined) return `<w:${kind} w:val="${roles.ids.get(style) ?? style}"/>`;
      if (relation !== undefined) return `${relation}="${relations.get(id) ?? id}"`;
      if (num !== undefined) return `<w:numId w:val="${numbers.get(num)?.id ?? num}"/>`;
      if (note !== undefined) return `${note}"${Number(noteId) + notes}"`;
      if (comment !== undefined) return `${comment}"${Number(commentId) + comments}"`;
      if (bookmark !== undefined) return `${bookmark}"${Number(bookmarkId) + BOOKMARKS}"`;
      return whole;
    },
  );
}

/**
 * Gives list items the template's own list style, where it has one for their level. Ids of the template's are written
 * with a space before the slash, so that what comes after does not take them for ours.
 */
function withTemplateLists(xml: string, numbers: Renumbering['numbers'], roles: Roles): string {
  if (roles.bullets.length === 0 && roles.numbers.length === 0) return xml;
  return xml.replace(
    /<w:pStyle w:val="ListParagraph"\/>((?:<w:(?:keepNext|keepLines|pageBreakBefore)[^>]*\/>)*)<w:numPr><w:ilvl w:val="(\d)"\/><w:numId w:val="(\d+)"\/><\/w:numPr>/g,
    (whole, between, level, num) => {
      const number = numbers.get(num);
      const style = number?.list?.levels[Number(level)];
      if (number === undefined || style === undefined) return whole;
      const isBullet = number.list?.levels === roles.bullets;
      // A nested list of numbers would need a level of the template's that begins afresh: it keeps ours.
      if (!isBullet && level !== '0') return whole;
      const id = isBullet ? `<w:numId w:val="${style.numId}" />` : `<w:numId w:val="${num}"/>`;
      return `<w:pStyle w:val="${style.style}" />${between}<w:numPr><w:ilvl w:val="${style.level}"/>${id}</w:numPr>`;
    },
  );
}

function addBody(parts: Parts, ours: Ours, slot: Slot, change: (xml: string) => string): void {
  const ownText = text(ours, 'word/document.xml');
  const ownRoot = parseXml(ownText);
  const ownBody = elementIn(ownRoot, 'w:body')!;
  const lastSection = elementsIn(ownBody, 'w:sectPr').at(-1);
  let xml = change(ownText.slice(ownBody.open, lastSection?.start ?? ownBody.close));
  const main = parts.text(parts.main)!;
  const splices: Splice[] = [];
  const turned = isTurned(lastSection);
  const inner = [...xml.matchAll(/<w:sectPr\b.*?<\/w:sectPr>/gs)];
  if (slot.section !== undefined) {
    const { section } = slot;
    let count = 0;
    xml = xml.replace(/<w:sectPr\b.*?<\/w:sectPr>/gs, (own) =>
      sectionXml(main, section, { turned: /w:orient="landscape"/.test(own), first: count++ === 0 }),
    );
    const last = sectionXml(main, section, { turned, first: inner.length === 0 });
    const replace = (by: string): void => {
      splices.push({ start: section.start, end: section.end, text: by });
    };
    if (slot.ends) xml += sectionEnd(last);
    else if (turned && slot.followed) {
      xml += sectionEnd(last);
      replace(sectionXml(main, section, { turned: false, first: false }));
    } else if (turned || inner.length > 0) replace(last);
  }
  splices.push({ start: slot.start, end: slot.end, text: xml });
  parts.splice(parts.main, splices);
  const merged = parts.text(parts.main)!;
  parts.set(parts.main, withNamespaces(merged, parseXml(merged), ownRoot));
}

/** A paragraph that ends a section, and takes no room. */
function sectionEnd(section: string): string {
  return `<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>${section}</w:pPr></w:p>`;
}

function isTurned(section: XmlElement | undefined): boolean {
  return elementIn(section, 'w:pgSz')?.attributes['w:orient'] === 'landscape';
}
