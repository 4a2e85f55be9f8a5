import { languagesOf } from '../draft/language';
import { languageTag } from '../draft/language-tags';
import { countLineEnds } from '../draft/lines';
import type { Draft } from '../draft/types';
import { letterSubject } from '../framework/letter-ends';
import { meantKind, nameAsListed } from '../framework/meant-kind';
import type { Project } from '../project/types';
import { displayDate } from '../text/dates';
import { withoutUnseen } from '../text/unseen';
import { words } from '../util/lists';
import { NAME } from '../util/version';
import { wordsIn } from './printed-strings';
import { escapeXml, oneLine, plainText, XML } from './xml-text';

/** Properties of the document, from the front matter. */
export interface Properties {
  readonly title: string | undefined;
  readonly subtitle: string | undefined;
  readonly author: string | undefined;
  readonly organisation: string | undefined;
  readonly audience: string | undefined;
  readonly date: string | undefined;
  readonly status: string | undefined;
  readonly subject: string | undefined;
  readonly description: string | undefined;
  readonly keywords: string | undefined;
  readonly category: string | undefined;
  /** The kind of document, in words. */
  readonly kind: string | undefined;
  /** Id of the kind, if the front matter names one or clearly means one. */
  readonly kindId: string | undefined;
  /** A BCP 47 tag. */
  readonly language: string;
}

export function readProperties(draft: Draft, project: Project): Properties {
  const { data, raw } = draft.frontMatter;
  const language = languageOf(draft);
  const { months } = wordsIn(language);
  const value = (...keys: readonly string[]): string | undefined => {
    for (const key of keys) {
      const text = asText(raw[key], months);
      if (text !== undefined) return text;
    }
    return undefined;
  };
  const kind = data.kind === undefined ? undefined : meantKind(data.kind, project.framework);
  const called = kind ? (nameAsListed(kind, data.kind!) ?? kind.title) : data.kind;
  return {
    title: asText(data.title) ?? value('title'),
    subtitle: value('subtitle'),
    author: asText(data.author) ?? value('authors', 'author'),
    organisation: asText(data.organisation) ?? value('organization'),
    audience: asText(data.audience),
    date: data.date === undefined ? value('date') : displayDate(data.date, months),
    status: asText(data.status),
    subject: value('subject'),
    description: value('description', 'abstract', 'summary'),
    keywords: value('keywords', 'tags'),
    category: value('category') ?? (kind && called),
    kind: called,
    kindId: kind?.id,
    language,
  };
}

/** The BCP 47 tag of the draft's language: as it says, or else as it reads; `en-GB` by default. */
export function languageOf(draft: Draft): string {
  const { data, raw } = draft.frontMatter;
  const language = data.language ?? asText(raw.lang);
  return (language === undefined ? undefined : languageTag(language)) ?? languagesOf(draft).whole ?? 'en-GB';
}

/** Keys that control how a draft is read and exported, and that no document shows. */
const SETTINGS = words('kind language lang areas offers template rules word');

/** Whether a document may show the value of a front matter key. */
export const isShown = (key: string): boolean => !SETTINGS.has(key);

/** The text that a document shows for each key of a draft's front matter. */
export function detailsIn(draft: Draft): ReadonlyMap<string, string> {
  const { data, raw } = draft.frontMatter;
  const { months } = wordsIn(languageOf(draft));
  return new Map(
    Object.entries(raw).flatMap(([key, value]) => {
      if (!isShown(key)) return [];
      const isDate = key === 'date' && data.date !== undefined;
      const text = isDate ? displayDate(data.date, months) : asText(value, months);
      return text === undefined ? [] : [[key, text] as const];
    }),
  );
}

/** A document's title: that of the front matter, or else the first heading of the first level or a letter's subject. */
export function titleOf(draft: Draft, { title }: Properties, { framework }: Project): string | undefined {
  return title ?? firstHeading(draft) ?? letterSubject(draft, framework);
}

/** The first heading of the first level, for a document whose front matter gives no title. */
export function firstHeading(draft: Draft): string | undefined {
  for (const { block } of draft.blocks) {
    if (block.node.type === 'heading' && block.node.depth === 1)
      return plainText(block.node).trim() || undefined;
  }
  return undefined;
}

function asText(value: unknown, months?: readonly string[]): string | undefined {
  if (Array.isArray(value))
    return (
      value
        .map((one) => asText(one, months))
        .filter((one) => one !== undefined)
        .join(', ') || undefined
    );
  if (typeof value === 'object' && value !== null) return asText((value as { readonly name?: unknown }).name);
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  return oneLine(String(value)).trim() || undefined;
}

const PLACEHOLDERS = words(
  'title subtitle author organisation audience date status subject description keywords kind language',
);

/**
 * The value for `{{name}}` in a template: a property of the document, else the front matter key of that name.
 *
 * @param name in lower case
 */
export function placeholderValue(name: string, draft: Draft, properties: Properties): string | undefined {
  if (PLACEHOLDERS.has(name)) return properties[name as keyof Properties];
  for (const [key, value] of Object.entries(draft.frontMatter.raw)) {
    if (key.toLowerCase() === name) return asText(value, wordsIn(properties.language).months);
  }
  return undefined;
}

/** `docProps/core.xml`. It holds no time: the same draft makes the same file. */
export function coreXml(properties: Partial<Properties>, title: string | undefined): string {
  const part = (name: string, text: string | undefined): string =>
    text === undefined ? '' : `<${name}>${escapeXml(withoutUnseen(text))}</${name}>`;
  return (
    XML +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    part('dc:title', title) +
    part('dc:subject', properties.subject) +
    part('dc:creator', properties.author ?? properties.organisation) +
    part('cp:keywords', properties.keywords) +
    part('dc:description', properties.description) +
    part('cp:lastModifiedBy', properties.author ?? properties.organisation) +
    '<cp:revision>1</cp:revision>' +
    part('cp:category', properties.category) +
    part('cp:contentStatus', properties.status) +
    part('dc:language', properties.language) +
    '</cp:coreProperties>'
  );
}

/** `docProps/app.xml`. */
export function appXml(properties: Partial<Properties>): string {
  const company = properties.organisation;
  return (
    XML +
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">' +
    `<Application>${NAME}</Application>` +
    (company === undefined ? '' : `<Company>${escapeXml(company)}</Company>`) +
    '</Properties>'
  );
}

/** The line of a front matter key, counted from 0; 0 if the key is missing. */
export function lineOfKey({ frontMatter, text }: Draft, key: string): number {
  return countLineEnds(text, 0, frontMatter.places.get(key)?.key.start ?? 0);
}
