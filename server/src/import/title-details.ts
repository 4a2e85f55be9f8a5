import { type Draft, frontMatterEdits, parseDraft, type Setting, withChanges } from '../draft';
import { displayDate, isoDate } from '../text/dates';
import { oneLine } from '../text/shorten';
import { changedByline } from '../word/byline';
import { wordsIn } from '../word/printed-strings';
import { languageOf } from '../word/properties';
import type { Head } from './front-matter';

/**
 * Front matter updated with the details of a title block that differ from it. A detail that cannot be written stays as it
 * is. In a module of its own, as an import without this is quicker without the parser of drafts.
 */
export function withTitleDetails(front: string, details: Head): string {
  let out = front;
  for (const setting of settingsIn(parseDraft(front), details)) {
    const changes = frontMatterEdits(parseDraft(out), [setting]);
    if (changes !== undefined) out = withChanges(out, changes);
  }
  return out;
}

/** The settings of the front matter that are to change. */
function settingsIn(draft: Draft, details: Head): Setting[] {
  const { data, raw } = draft.frontMatter;
  const { months } = wordsIn(languageOf(draft));
  const ownOf = (key: string): string => {
    const own = data[key as keyof typeof data] ?? raw[key];
    return typeof own === 'string' ? oneLine(own) : '';
  };
  const { author = '', ...others } = details;
  const shown = { ...others, ...changedByline(author, ownOf('author'), ownOf('organisation')) };
  return Object.entries(shown).flatMap(([key, given]) => {
    const own = ownOf(key);
    // A list stays as it is. A title that is only in the text stays there.
    if (given === '' || (typeof raw[key] === 'object' && raw[key] !== null)) return [];
    if (own === '' && key === 'title') return [];
    const day = isoDate(given, months);
    const isDay = displayDate(own, months) !== own;
    if (given === own || (day !== undefined && day === (isoDate(own, months) ?? own))) return [];
    return [{ key, value: (isDay ? day : undefined) ?? given }];
  });
}
