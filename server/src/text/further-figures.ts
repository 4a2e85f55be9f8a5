/**
 * How the finding on a figure without a source says how many more its sentence or row has, and how a client reads it:
 * VS Code gives an extension nothing of a finding but its message.
 */

/** A clause behind “has no source”; empty where there are no more. */
export function norFurther(count: number, where: 'sentence' | 'row'): string {
  if (count === 0) return '';
  return `, nor ${count === 1 ? 'has another figure' : `have ${count} more figures`} in its ${where}`;
}

/** How many more figures a message names. */
export function furtherIn(message: string): number {
  const found = /” has no source, nor (?:has another figure|have (\d{1,9}) more figures) in its /.exec(
    message,
  );
  return found ? Number(found[1] ?? 1) : 0;
}
