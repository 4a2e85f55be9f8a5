export type AmountUnit = 'money' | 'percent' | 'count';

/** A number as written. */
export interface Written {
  readonly value: number;
  /** The value of its last digit: 1 for "1,206", 0.1 for "53.4%", 100,000 for "£1.3m". */
  readonly step: number;
  readonly unit: AmountUnit;
  /** As the author wrote it. */
  readonly words: string;
}

/** Writes a calculated number in the form of one that the author wrote: its sign, magnitude and decimals. */
export function like({ unit, step, words }: Written, value: number): string {
  const sign = /[£€$]/.exec(words)?.[0] ?? '';
  const magnitude = /\d\s?(k|m|bn|million|billion|thousand)\b/i.exec(words)?.[1] ?? '';
  const scale = MAGNITUDE[magnitude.toLowerCase()] ?? 1;
  const decimals = Math.min(4, Math.max(0, -Math.floor(Math.log10(step / scale) + 1e-9)));
  const text = grouped(Math.abs(value) / scale, decimals);
  const tail = magnitude === '' ? '' : magnitude.length > 2 ? ` ${magnitude}` : magnitude;
  return `${value < 0 ? '−' : ''}${sign}${text}${tail}${unit === 'percent' ? '%' : ''}`;
}

/** Writes a number with commas and at most so many decimals, without zeros at the end: "1,206", "53.4". */
export function grouped(value: number, decimals: number): string {
  const fixed = value.toFixed(decimals);
  const [whole, part = ''] = fixed.split('.');
  const rest = part.replace(/(?<!0)0+$/, '');
  // Of two, as for money, both are written: “4.50”.
  const written = part.length === 2 && rest.length === 1 ? part : rest;
  return `${whole!.replace(/\B(?=(?:\d{3}){1,8}$)/g, ',')}${written === '' ? '' : `.${written}`}`;
}

export const MAGNITUDE: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
};

/** What numbers add up to. */
export const sumOf = (numbers: readonly Pick<Written, 'value'>[]): number =>
  numbers.reduce((sum, { value }) => sum + value, 0);

/** Numbers with their sum, for a message: "171 + 138 + 149 = 458". Only their count if they are more than seven. */
export function addition(parts: readonly Written[], sum: number, of: Written): string {
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

/** The greatest power of ten that all numbers are multiples of, up to 10⁹. */
export function coarsest(numbers: readonly Written[]): number {
  let unit = 1;
  while (unit < 1e9 && numbers.every(({ value }) => Number.isInteger(value) && value % (unit * 10) === 0))
    unit *= 10;
  return unit;
}

/** How far an amount may be from the exact one where a count with so many zeros is rounded: “5,000 visits”. */
export function roundedBy(amount: Written): number {
  const unit = amount.unit === 'count' ? coarsest([amount]) : 1;
  return amount.step !== 1 ? amount.step / 2 : unit >= 100 ? unit / 2 : 0;
}

/** How far an amount may be from the exact one by rounding; 0 for whole numbers, which are counted. */
export function slack({ step, words }: Written): number {
  return step > 1 || /\./.test(words) ? step / 2 : 0;
}
