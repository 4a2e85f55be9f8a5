import { parseDraft } from '../draft';
import type { Draft } from '../draft/types';
import { firstHeading } from '../word/properties';
import { comparable } from '../word/text';

/**
 * The first heading of a draft under review where it was the title in its details at the top and is another now; as
 * accepted.
 */
export function changedTitle(base: Draft, text: string): string | undefined {
  const { title } = base.frontMatter.data;
  const before = firstHeading(base);
  if (title === undefined || before === undefined || comparable(title) !== comparable(before))
    return undefined;
  const draft = parseDraft(text);
  const now = firstHeading(draft);
  const said = draft.frontMatter.data.title;
  if (now === undefined || said === undefined) return undefined;
  return comparable(said) === comparable(title) && now !== before && now !== said ? now : undefined;
}

/** A draft with another title in its details at the top. */
export function withTitle(text: string, title: string): string {
  const place = parseDraft(text).frontMatter.places.get('title')?.value;
  if (place === undefined) return text;
  const isPlain =
    /^[\p{L}\p{N}](?:[\p{L}\p{N} ,.’'()–-]*[\p{L}\p{N}.)])?$/u.test(title) &&
    !/^(?:[\d.]+|true|false|null)$/i.test(title);
  return text.slice(0, place.start) + (isPlain ? title : JSON.stringify(title)) + text.slice(place.end);
}
