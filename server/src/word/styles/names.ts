import ids from './ids.json';

/** How far a quotation is set in, in twips; as all of these, `styles.json` has it too. */
export const QUOTE_STEP = 425;

/** The line beside a quotation: eighths of a point, points, colour. */
export const QUOTE_BAR = { size: 24, space: 10, color: '7F8FA9' } as const;

/** Size of text in tables, in points. */
export const TABLE_TEXT_SIZE = 11;

/** GitHub's alerts, each with the colour of its bar, which stands out on white at 4.5 to 1 or more. */
export const ALERTS = {
  note: '1F4E9E',
  tip: '1A6B36',
  important: '6B2FA0',
  warning: '8A5300',
  caution: 'B3261E',
} as const;

export type AlertKind = keyof typeof ALERTS;

/** Names of the styles that the writers use. Where Word has a style of its own, it is that, so that templates bite. */
export const STYLE = ids;

export function headingStyle(depth: number): string {
  return `Heading${depth}`;
}

/** For the text of an alert, and for the word above it. */
export function alertStyle(kind: AlertKind, part: '' | 'Label' = ''): string {
  return `Alert${kind[0]!.toUpperCase()}${kind.slice(1)}${part}`;
}

/** For a further paragraph of a list item, by the level of its list; Word has five of them. */
export function listContinueStyle(level: number): string {
  return level <= 0 ? 'ListContinue' : `ListContinue${Math.min(level, 4) + 1}`;
}
