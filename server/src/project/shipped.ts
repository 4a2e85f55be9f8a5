/** Names of the Word templates that come with the product: each stands where a template's file could. */
export const SHIPPED_TEMPLATES: readonly string[] = ['committee-paper', 'one-page-briefing'];

/** Whether a text names one of them, however its letters are written. */
export function isShippedTemplate(text: string): boolean {
  return SHIPPED_TEMPLATES.includes(text.trim().toLowerCase());
}
