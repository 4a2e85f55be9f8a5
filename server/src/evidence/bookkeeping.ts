/**
 * Tells what an organisation counts of itself, pays and arranges, and what it has lost, by the words beside a figure.
 * All texts here are in lower case.
 */
import type { Quantity } from './types';
import { CUTS, WIDE } from './vocabulary';

/** So long a line of totals may be, in characters. */
const LONGEST_TOTAL = 80;
const COMES = /^\s+(?:new\s+|active\s+)?(?:members|borrowers|visitors|attendees|readers|users)\W*$/;

/** Whether a line is there for the total of what a service lent, held or had: "1,204,877 visits". */
export function isPlainTotal({ measure, unit, span }: Quantity, text: string): boolean {
  if (measure !== 'count' || text.length > LONGEST_TOTAL || WIDE.test(text) || CUTS.test(text)) return false;
  return unit === 'use' || unit === 'output' || (unit === 'people' && COMES.test(text.slice(span.end)));
}

/** What people do with things, whatever the things are: "loans of health books". */
export const USE_OF_THINGS =
  /\b(?:loans|issues|borrowing|lending|downloads|requests|reservations|visits|bookings)\s+(?:of|for|to)\b/;
