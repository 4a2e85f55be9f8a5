/** The first line with a byte that is not UTF-8, counted from 1; undefined where there is none. */
export function lineNotUtf8(bytes: Uint8Array): number | undefined {
  if (isUtf8(bytes)) return undefined;
  // The longest start that decodes ends before the bad byte.
  let good = 0;
  let bad = bytes.length;
  while (good < bad) {
    const middle = (good + bad + 1) >> 1;
    if (isUtf8(bytes.subarray(0, middle), { stream: true })) good = middle;
    else bad = middle - 1;
  }
  let line = 1;
  for (const byte of bytes.subarray(0, good)) if (byte === 10) line++;
  return line;
}

function isUtf8(bytes: Uint8Array, options?: TextDecodeOptions): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, options);
    return true;
  } catch {
    return false;
  }
}
