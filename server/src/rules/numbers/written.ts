import type { Written } from './types';

/** Writes a number that was worked out in the manner of one that the author wrote. */
export function like({ unit, step, words }: Written, value: number): string {
  const sign = /[£€$]/.exec(words)?.[0] ?? '';
  const magnitude = /\d\s?(k|m|bn|million|billion|thousand)\b/i.exec(words)?.[1] ?? '';
  const scale = MAGNITUDE[magnitude.toLowerCase()] ?? 1;
  const decimals = Math.min(4, Math.max(0, -Math.floor(Math.log10(step / scale) + 1e-9)));
  const text = grouped(Math.abs(value) / scale, decimals);
  const tail = magnitude === '' ? '' : magnitude.length > 2 ? ` ${magnitude}` : magnitude;
  return `${value < 0 ? '−' : ''}${sign}${text}${tail}${unit === 'percent' ? '%' : ''}`;
}

/** "1,206", "53.4": at most so many decimals, and none that say nothing. */
export function grouped(value: number, decimals: number): string {
  const fixed = value.toFixed(decimals);
  const [whole, part = ''] = fixed.split('.');
  const rest = part.replace(/(?<!0)0+$/, '');
  return `${whole!.replace(/\B(?=(?:\d{3}){1,8}$)/g, ',')}${rest === '' ? '' : `.${sign0(part, rest)}`}`;
}

/** Money has two decimals or none. */
function sign0(part: string, rest: string): string {
  return part.length === 2 && rest.length === 1 ? part : rest;
}

export const MAGNITUDE: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
};

/** Numbers with their sum, as far as a reader would follow it: "171 + 138 + 149 = 458". */
export function sumOf(parts: readonly Written[], sum: number, of: Written): string {
  const total = like(of, sum);
  if (parts.length > 7) return `its ${parts.length} parts add up to ${total}`;
  const terms = parts.map(({ value, words }, index) =>
    index === 0
      ? plain(words)
      : value < 0
        ? `− ${plain(words).replace(/^[(+−–-]+|\)$/g, '')}`
        : `+ ${plain(words)}`,
  );
  return `${terms.join(' ')} = ${total}`;
}

function plain(words: string): string {
  return words.replace(/^\+\s?/, '').trim();
}

/** The power of ten that all numbers are multiples of. */
export function coarsest(numbers: readonly Written[]): number {
  let unit = 1;
  while (unit < 1e9 && numbers.every(({ value }) => Number.isInteger(value) && value % (unit * 10) === 0))
    unit *= 10;
  return unit;
}

/** What an amount may be off for its rounding; whole numbers are counted. */
export function slack({ step, words }: Written): number {
  return step > 1 || /\./.test(words) ? step / 2 : 0;
}
