import fc from 'fast-check';

/** What has a meaning to a terminal, a log, a reader of XML, HTML or Markdown, or a viewer of SARIF. */
export const ORDERS: readonly string[] = [
  '##vso[task.setvariable variable=A]b',
  '##vso[task.complete result=Succeeded;]',
  '##[error]x',
  '##[add-mask]x',
  '##[group]',
  '::error::x',
  '::error file=a.md,line=1::x',
  '::add-mask::x',
  '::stop-commands::token',
  '::token::',
  '##teamcity[message]',
  '\u001b[31m',
  '\u001b]8;;http://example.org\u0007',
  '\u009b2J',
  '\u202e',
  '\u2066',
  '\u200f',
  '\u2028',
  '\u0085',
  '\r',
  '\n',
  '\t',
  '\u000b',
  '\u0000',
  '\u200b',
  '\u200d',
  '\ufe0f',
  '\u0301',
  '\ufeff',
  '\ud800',
  '\udc00',
  '\ufffe',
  '\u{e0041}',
  '🏴\u{e0067}\u{e007f}',
  ']]>',
  '<b>',
  '&amp;',
  '"',
  "'",
  '`',
  '|',
  '[x](https://example.org)',
  '[x](1)',
  '\\',
  '{0}',
  '%0A',
];

const piece = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...ORDERS) },
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      '#',
      '##',
      '[',
      ']',
      ':',
      '::',
      'vso',
      'error',
      ' ',
      '.',
      'a',
      '-',
      'the club',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
);

/** Texts made of such pieces. */
export const hostile: fc.Arbitrary<string> = fc
  .array(piece, { minLength: 1, maxLength: 12 })
  .map((pieces) => pieces.join(''));
