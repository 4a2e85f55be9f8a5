import type { Block } from '../../../draft';
import { escapeRegExp } from '../../../text/escape-regexp';
import type { Fix, Problem } from '../../types';
import { ownWords, quotedIn } from '../blocks/prose';
import { articleFor } from './article';

/** A phrase that a style guide would change. */
export interface Phrase {
  /** In lower case, with straight apostrophes and single spaces. */
  readonly text: string;
  /** What to write instead; a fix writes the first. Empty where only a person can decide. */
  readonly instead: readonly string[];
  /** The reason, in a sentence. */
  readonly why: string;
  /** Words after it with which it means something else. */
  readonly unlessAfter?: RegExp;
  /** Words before it with which it means something else. */
  readonly unlessBefore?: RegExp;
  /** Whether it is to be changed, given the text before and after it. Always, where this is left out. */
  readonly when?: (before: string, after: string) => boolean;
  /**
   * The replacements that fit, given the text before and after it; empty where only a person can decide, undefined for
   * the first of `instead`.
   */
  readonly fitting?: (before: string, after: string) => readonly string[] | undefined;
  /**
   * Whether it is only a hint: editors let it pass about as often as not, or it may mean something else, given the text
   * after it.
   */
  readonly isDebatable?: boolean | ((after: string) => boolean);
}

/** Compiles phrases into one pattern. Returns a function that finds them in the author's own words of a block. */
export function finderOf(phrases: readonly Phrase[]): (block: Block) => readonly Problem[] {
  const byText = new Map(phrases.map((phrase) => [phrase.text, phrase]));
  const sources = [...byText.keys()]
    .sort((a, b) => b.length - a.length)
    .map((text) => escapeRegExp(text).replace(/[’']/g, "[’']").replace(/ /g, '\\s+'));
  const pattern = new RegExp(
    `(?<![A-Za-zÀ-ÖØ-ፚḀ-ỹ\\d’'-])(?:${sources.join('|')})(?![A-Za-zÀ-ÖØ-ፚḀ-ỹ\\d-]|[’'][A-Za-zÀ-ÖØ-ፚḀ-ỹ])`,
    'giu',
  );
  return (block) => {
    const problems: Problem[] = [];
    for (const { prose } of ownWords(block)) {
      const { text } = prose;
      if (text.search(pattern) === -1) continue;
      const isQuoted = quotedIn(text);
      for (const match of text.matchAll(pattern)) {
        const phrase = byText.get(match[0].toLowerCase().replace(/\s+/g, ' ').replaceAll('’', "'"));
        if (!phrase) continue;
        const start = match.index;
        const end = start + match[0].length;
        const before = text.slice(Math.max(0, start - 30), start);
        const after = text.slice(end, end + 40);
        if (phrase.unlessAfter?.test(after) || phrase.unlessBefore?.test(before)) continue;
        if (phrase.when && !phrase.when(before, after)) continue;
        if (isQuoted(start, end)) continue;
        const span = prose.toSource(start, end);
        const fitting = phrase.fitting?.(before, after);
        // A fix would lose markup or a link between the words.
        const isPlain = block.text.slice(span.start, span.end) === match[0];
        const { isDebatable } = phrase;
        problems.push({
          span,
          message: messageOf(match[0], phrase.why, fitting?.length ? fitting : phrase.instead),
          fixes: isPlain
            ? fixesOf(fitting ?? phrase.instead, {
                span,
                isCapital: isCapital(match[0], before),
                article: /(?<![\w’'-])(an?)\s+$/i.exec(
                  block.text.slice(Math.max(0, span.start - 6), span.start),
                ),
                apostrophe: edgeOf(after),
              })
            : [],
          ...((typeof isDebatable === 'function' ? isDebatable(after) : isDebatable) && {
            severity: 'hint' as const,
          }),
        });
      }
    }
    return problems;
  };
}

function messageOf(words: string, why: string, instead: readonly string[]): string {
  const choice = instead.map((text) => `“${text}”`).join(' or ');
  return `${why}${choice === '' ? '' : ` Write ${choice} instead of “${words.replace(/\s+/g, ' ')}”.`}`;
}

/** Whether a replacement begins with a capital. Words in capitals throughout do not tell. */
const isCapital = (words: string, before: string): boolean =>
  /^\p{Lu}/u.test(words) && (/\p{Ll}/u.test(words) || /(?:^|[.!?])\s*$/.test(before));

/** An apostrophe right after the words, as in the plural “pensioners’ clubs”. */
const edgeOf = (after: string): string => /^[’'](?![A-Za-zÀ-ÖØ-ፚḀ-ỹ\d])/u.exec(after)?.[0] ?? '';

/** The place of a phrase in its block. */
interface Place {
  readonly span: Problem['span'];
  readonly isCapital: boolean;
  /** “A” or “an” right before it, with the space after that. */
  readonly article: RegExpExecArray | null;
  readonly apostrophe: string;
}

function fixesOf(
  instead: readonly string[],
  { span, isCapital, article, apostrophe }: Place,
): readonly Fix[] {
  return instead.map((text, index) => {
    const written = isCapital ? text[0]!.toUpperCase() + text.slice(1) : text;
    const behind = { start: span.end + apostrophe.length, end: span.end + apostrophe.length };
    const edits = [
      { span, text: written },
      ...(apostrophe && !written.endsWith('s') ? [{ span: behind, text: 's' }] : []),
    ];
    const preferred = index === 0 && instead.length === 1;
    const right = article && articleFor(article[1]!, written);
    if (!article || right === null || right === article[1])
      return { title: `Write “${written}”`, edits, preferred };
    const start = span.start - article[0].length;
    return {
      title: `Write “${right} ${written}”`,
      edits: [{ span: { start, end: start + article[1]!.length }, text: right }, ...edits],
      preferred,
    };
  });
}
