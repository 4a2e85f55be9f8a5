/** The day of a moment where the program runs, as in `2026-11-29`. For the edges: nothing that judges a draft asks what day it is. */
export function localDate(moment: Date): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}
