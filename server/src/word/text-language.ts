import type { RootContent } from 'mdast';
import { languageTag } from '../draft/language-tags';
import { words } from '../util/lists';
import { htmlTokens, type Tag } from './html/tokens';

/** The language and direction of a text, where they differ from those around it. */
export interface TextLanguage {
  /** A BCP 47 tag. */
  readonly language?: string;
  /** Whether it runs from right to left. */
  readonly rtl?: boolean;
}

declare module 'mdast' {
  interface Data {
    lang?: TextLanguage;
  }
}

/** The language and direction in an element's `lang` and `dir`; undefined where it has neither. */
export function textLanguageOf(attributes: Tag['attributes']): TextLanguage | undefined {
  const language = languageTag(attributes.get('lang') ?? '');
  const direction = /^(?:rtl|ltr)$/i.exec(attributes.get('dir') ?? '')?.[0].toLowerCase();
  if (language === undefined && direction === undefined) return undefined;
  return {
    ...(language === undefined ? {} : { language }),
    ...(direction === undefined ? {} : { rtl: direction === 'rtl' }),
  };
}

/** HTML elements that may contain blocks of Markdown. End tags of others may be missing. */
const AROUND = words(
  'div section article main aside blockquote header footer details figure nav body center',
);

/** Tracks the language through the blocks of a draft: `<div lang="cy">` and its `</div>` are blocks of their own. */
export class LanguageTracker {
  readonly #open: { readonly name: string; readonly lang: TextLanguage }[] = [];

  /** The language of the next block. */
  get lang(): TextLanguage {
    return this.#open.at(-1)?.lang ?? {};
  }

  note(node: RootContent): void {
    if (node.type !== 'html') return;
    for (const token of htmlTokens(node.value)) {
      if (token.type === 'text' || token.type === 'comment' || !AROUND.has(token.name)) continue;
      if (token.type === 'open' && !token.empty)
        this.#open.push({
          name: token.name,
          lang: { ...this.lang, ...textLanguageOf(token.attributes) },
        });
      else if (token.type === 'close') {
        const at = this.#open.findLastIndex(({ name }) => name === token.name);
        if (at >= 0) this.#open.length = at;
      }
    }
  }
}
