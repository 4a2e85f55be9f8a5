const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/**
 * `2026-06-04` → `4 June 2026`; what is no such date stays as written.
 *
 * @param months their names from January on, where they are not English
 */
export function displayDate(date: string, months: readonly string[] = MONTHS): string {
  const found = /^(\d{4})-(\d{2})-(\d{2})(?:T00:00:00(?:\.000)?Z?)?$/.exec(date.trim());
  const month = months[Number(found?.[2]) - 1];
  const day = Number(found?.[3]);
  return found === null || month === undefined || day < 1 || day > 31
    ? date.trim()
    : `${day} ${month} ${found[1]}`;
}
