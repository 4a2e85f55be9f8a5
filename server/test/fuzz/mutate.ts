/** Breaks inputs in the ways in which files are broken: by hand, by other programs, on the way, and on purpose. */

export type Random = () => number;

export const pick = <T>(next: Random, from: readonly T[]): T => from[Math.floor(next() * from.length)]!;
const below = (next: Random, limit: number): number => Math.floor(next() * limit);

/** Characters that parsers have been caught out by. */
const STRANGE: readonly string[] = [
  ...[
    '\0',
    '\uFEFF',
    '\uFFFD',
    '\uD800',
    '\uDC00',
    '\u2028',
    '\u2029',
    '\u0085',
    '\u00AD',
    '\u200D',
    '\u202E',
  ],
  ...['\r', '\r\n', '\n', '\t', '\v', '\f', '\u001b[2J', '\u007f', '\\', '%', '%00', '%E0%A4%A', '%2e%2e%2f'],
  ...['🙂', '👩‍👩‍👧', 'é', 'İ', 'ß', 'ﬁ', '\u0300'.repeat(20), '١٢٣', '１２', '−5', '½'],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'null', 'undefined', 'NaN', 'true', '~'],
  ...['-1', '0', '1e999', '-0', '9007199254740993', '0x7fffffff', '1'.repeat(400), '.5', '1.', '2026-02-30'],
  ...[
    '../',
    '..\\',
    '/',
    'C:\\',
    '\\\\host\\',
    'file:///',
    'http://',
    'javascript:',
    'data:',
    '#',
    '?',
    '*',
    '**/',
  ],
];

/** Pieces that mean something in each kind of text. */
const PIECES: Readonly<Record<string, readonly string[]>> = {
  markdown: [
    ...[
      '---\n',
      '# ',
      '###### ',
      '> ',
      '- ',
      '1. ',
      '    ',
      '```\n',
      '~~~',
      '|',
      '|---|',
      '**',
      '_',
      '`',
      '[',
      '](',
      '![',
      ']',
    ],
    ...[
      '[^1]',
      '[^1]: ',
      '<!-- ',
      ' -->',
      '<!-- advocacy-disable ',
      '<!-- advocacy-covers ',
      '<table>',
      '</td>',
      '<img src=',
      '<br>',
    ],
    ...[
      '&amp;',
      '&#0;',
      '&#x110000;',
      'https://',
      '<http://a>',
      '  \n',
      '\n\n',
      '* * *',
      '$x$',
      ':::',
      '[insert ',
      '£1m',
      '50%',
      '(',
      ')',
    ],
  ],
  yaml: [
    ...[
      ': ',
      '- ',
      '? ',
      '! ',
      '!!binary ',
      '!!set ',
      '!!js/function ',
      '&a ',
      '*a',
      '<<: *a',
      '| ',
      '>-\n',
      '{',
      '}',
      '[',
      ']',
      ',',
    ],
    ...[
      '"',
      "'",
      '#',
      '---\n',
      '...\n',
      '%YAML 9.9\n',
      '%TAG ! x\n',
      '\n  ',
      '\n    ',
      '\t',
      'null',
      '~',
      '.inf',
      '0o17',
      '2026-01-01',
    ],
  ],
  json: [
    ...[
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      '"',
      '""',
      '//',
      '/*',
      '*/',
      '\\u',
      '\\ud800',
      '\\',
      'null',
      'true',
      '1e400',
      '-',
      '{"a":',
      '[[[[',
    ],
  ],
  xml: [
    ...[
      '<',
      '>',
      '/>',
      '</',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<?xml',
      '?>',
      '<!DOCTYPE x [',
      '&',
      '&lt;',
      '&#x0;',
      '="',
      'xmlns:w="',
      'w:',
    ],
    ...[
      '<w:p>',
      '</w:p>',
      '<w:r/>',
      '<w:sectPr/>',
      '<w:tbl>',
      'w:val="999999999999"',
      'r:id="rId1"',
      'Target="../../x"',
      '<svg ',
      'viewBox="0 0 0 0"',
    ],
  ],
};

/** A text with one to eight things wrong with it. */
export function brokenText(next: Random, seed: string, other: string, language: keyof typeof PIECES): string {
  // Most are short, as there are many.
  const longest = next() < 0.05 ? 60_000 : 8_000;
  const from = seed.length > longest && next() < 0.5 ? below(next, seed.length - longest) : 0;
  let text = seed.slice(from, from + longest);
  for (let left = 1 + below(next, 8); left > 0; left--) {
    const at = below(next, text.length + 1);
    const length = Math.floor(next() ** 3 * (text.length - at));
    const cut = (by: string): string => text.slice(0, at) + by + text.slice(at + length);
    switch (below(next, 13)) {
      case 0:
        text = cut('');
        break;
      case 1:
        text = text.slice(0, at);
        break;
      case 2:
        text = cut(pick(next, STRANGE));
        break;
      case 3:
      case 4:
        text = text.slice(0, at) + pick(next, PIECES[language]!) + text.slice(at);
        break;
      case 5:
        text =
          text.slice(0, at) + pick(next, PIECES[language]!).repeat(1 + below(next, 400)) + text.slice(at);
        break;
      case 6:
        // A piece again, up to a hundred times.
        text =
          text.slice(0, at) +
          text.slice(at, at + Math.min(length, 200)).repeat(1 + below(next, 100)) +
          text.slice(at);
        break;
      case 7: {
        const from = below(next, other.length + 1);
        text = cut(other.slice(from, from + below(next, 500)));
        break;
      }
      case 8:
        text = swappedLines(next, text);
        break;
      case 9:
        text = text.replaceAll('\n', pick(next, ['\r\n', '\r', '\n\n', ' \n', '']));
        break;
      case 11:
        text = wrongKey(next, text);
        break;
      case 10:
        text = wrongValue(next, text);
        break;
      default:
        text = text.slice(0, at) + String.fromCharCode(below(next, 0x10000)) + text.slice(at);
    }
    if (text.length > longest) text = text.slice(0, longest);
  }
  return text;
}

function swappedLines(next: Random, text: string): string {
  const lines = text.split('\n');
  const [a, b] = [below(next, lines.length), below(next, lines.length)];
  [lines[a], lines[b]] = [lines[b]!, lines[a]!];
  return lines.join('\n');
}

/** A key, as YAML and JSON write it, takes the place of another. */
function wrongKey(next: Random, text: string): string {
  const keys = [...text.matchAll(/"?[\w-]+"?(?=[ \t]{0,9}:)/g)];
  if (keys.length === 0) return text;
  const key = pick(next, keys);
  const wrong = pick(next, [
    ...[
      '"\\ud800"',
      '"\\udc00x"',
      '"__proto__"',
      '"constructor"',
      '""',
      '"a/b~c%"',
      '"%"',
      '"\\u0000"',
      '"toString"',
    ],
    ...[pick(next, keys)[0], '"$schema"', '"<<"', '"0"', '"length"', '"titel"', '"extends"', '"id"'],
  ]);
  return text.slice(0, key.index) + wrong + text.slice(key.index + key[0].length);
}

/** A value, as YAML and JSON write it, takes the place of another: right in form and wrong in kind. */
function wrongValue(next: Random, text: string): string {
  const values = [
    ...text.matchAll(/(?<=:[ \t]{0,9}|-[ \t]{1,9})("[^"\n]*"|[\w.-]+|\[[^\]\n]*\]|\{[^}\n]*\})/g),
  ];
  if (values.length === 0) return text;
  const value = pick(next, values);
  const wrong = pick(next, [
    'null',
    '[]',
    '{}',
    '""',
    '-1',
    '1e400',
    'true',
    '[[[]]]',
    '{ "a": { "b": [1] } }',
    '"\\ud800"',
    '[null]',
    '"x"',
  ]);
  return text.slice(0, value.index) + wrong + text.slice(value.index + value[0].length);
}

/** Bytes with one to eight things wrong with them. */
export function brokenBytes(next: Random, seed: Uint8Array, other: Uint8Array): Uint8Array {
  let bytes = Buffer.from(seed);
  for (let left = 1 + below(next, 8); left > 0; left--) {
    const at = below(next, bytes.length + 1);
    switch (below(next, 7)) {
      case 0:
        if (at < bytes.length) bytes[at] = below(next, 256);
        break;
      case 1:
        if (at < bytes.length) bytes[at]! ^= 1 << below(next, 8);
        break;
      case 2:
        bytes = bytes.subarray(0, at);
        break;
      case 3:
        bytes = Buffer.concat([
          bytes.subarray(0, at),
          Buffer.alloc(below(next, 64), below(next, 256)),
          bytes.subarray(at),
        ]);
        break;
      case 4:
        bytes = Buffer.concat([
          bytes.subarray(0, at),
          bytes.subarray(Math.min(bytes.length, at + below(next, 64))),
        ]);
        break;
      case 5:
        // A number that says too much: a length, a size, a count.
        if (at + 4 <= bytes.length)
          bytes.writeUInt32LE(pick(next, [0xffffffff, 0x7fffffff, 0x80000000, 0, 1, 0xffff]), at);
        break;
      default: {
        const from = below(next, other.length + 1);
        bytes = Buffer.concat([
          bytes.subarray(0, at),
          other.subarray(from, from + below(next, 200)),
          bytes.subarray(at),
        ]);
      }
    }
    bytes = Buffer.from(bytes);
  }
  return bytes;
}
