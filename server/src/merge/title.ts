import { parseDraft } from '../draft';
import type { Draft } from '../draft/types';
import { firstHeading } from '../word/properties';
import { comparable } from '../word/text';
import type { DetailChange } from './details';

/** The change of the title in the details at the top where the first heading was it, and is another now, as accepted. */
export function changedTitle(base: Draft, text: string): DetailChange | undefined {
  const { title } = base.frontMatter.data;
  const before = firstHeading(base);
  if (title === undefined || before === undefined || comparable(title) !== comparable(before))
    return undefined;
  const draft = parseDraft(text);
  const now = firstHeading(draft);
  const said = draft.frontMatter.data.title;
  if (now === undefined || said === undefined) return undefined;
  return comparable(said) === comparable(title) && now !== before && now !== said
    ? { key: 'title', from: said, to: now }
    : undefined;
}
