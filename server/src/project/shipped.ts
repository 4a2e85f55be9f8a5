import { didYouMean } from '../data-files/nearest';

/** Names of the Word templates that come with the product: each stands where a template's file could. */
export const SHIPPED_TEMPLATES = ['committee-paper', 'one-page-briefing'] as const;
export type ShippedTemplate = (typeof SHIPPED_TEMPLATES)[number];

/** The name among them that a text gives, however its letters are written; undefined for any other text. */
export function shippedName(text: string): ShippedTemplate | undefined {
  const name = text.trim().toLowerCase();
  return SHIPPED_TEMPLATES.find((one) => one === name);
}

/** What a text that names no template may have meant, as sentences that follow what is wrong; `''` for the name of a file. */
export function shippedInstead(text: string): string {
  const name = text.trim().replace(/\.do[ct]x$/i, '');
  const meant = didYouMean(name, SHIPPED_TEMPLATES);
  if (meant === '' && name !== text.trim()) return '';
  return `${meant} The templates that come along are ${SHIPPED_TEMPLATES.join(' and ')}.`;
}
