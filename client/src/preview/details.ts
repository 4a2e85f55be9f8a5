import { findFrontMatter } from '../../../server/src/draft/front-matter/extent';
import { languageTag } from '../../../server/src/draft/language-tags';
import { functionWords, isWelsh } from '../../../server/src/text/welsh';
import { type Words, wordsIn } from '../../../server/src/word/printed-strings';

export type Details = Partial<
  Record<
    'title' | 'kind' | 'audience' | 'author' | 'organisation' | 'date' | 'status' | 'language' | 'lang',
    string
  >
>;

/**
 * The values in the front matter of a text that a paper shows, or that say how. Each is on the line of its key, with or without quotation marks; those
 * of a list stand there in brackets, or below it.
 */
export function detailsIn(source: string): Details {
  const { content } = findFrontMatter(source);
  if (content === undefined) return {};
  const lines = source.slice(content.start, content.end);
  const found = lines.matchAll(
    /^(title|kind|audience|author|organisation|date|status|language|lang)[ \t]*:(?:[ \t]+(?:"((?:[^"\\\r\n]|\\.)*)"|'((?:[^'\r\n]|'')*)'|\[([^\],\r\n]*,[^\]\r\n]*)\](?=[ \t]*(?:#|$))|([^\s"'|>#][^\r\n]*))|[ \t]*((?:\r?\n[ \t]*-[ \t][^\r\n]*)+))/gm,
  );
  const details: Details = Object.fromEntries(
    [...found].map(([, key, double, single, inBrackets, bare, below]) => [
      key,
      (
        double?.replace(/\\(.)/g, '$1') ??
        single?.replaceAll("''", "'") ??
        bare?.replace(/[ \t]#.*/s, '') ??
        namesIn(inBrackets?.split(',') ?? below!.split('\n'))
      ).trim(),
    ]),
  );
  const { language = details.lang } = details;
  const readAs =
    language === undefined && isWelsh([functionWords(source.slice(content.end))]) ? 'cy' : language;
  return readAs === undefined ? details : { ...details, language: readAs };
}

/** The entries of a list in one line, as the export writes them. */
function namesIn(entries: readonly string[]): string {
  return entries
    .map((entry) =>
      entry
        .trim()
        .replace(/^-[ \t]/, '')
        .trim()
        .replace(/^name:[ \t]/, '')
        .trim()
        .replace(/^["']|["']$/g, ''),
    )
    .filter((entry) => entry !== '')
    .join(', ');
}

/** What the export prints by itself, in the language of the paper. */
export function printedWords({ language = '' }: Details): Words {
  return wordsIn(languageTag(language) ?? '');
}
