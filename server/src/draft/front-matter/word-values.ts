/** What `word:` in front matter can say. */
const CHOICES: Readonly<Record<string, readonly unknown[]>> = {
  numbering: ['none', 'sections', 'paragraphs'],
  contents: [true, false],
  notes: ['footnotes', 'endnotes'],
  sources: [true, false],
  pictures: ['reduced', 'full'],
  source: [true, false],
  smart: [true, false],
};

/** Something that is wrong with a value of `word:`, with its key; without one, it is the whole value. */
export interface WrongWord {
  readonly key?: string;
  readonly message: string;
}

/** All that is wrong with a value of `word:`. Keys of other tools are left alone. */
export function wrongWords(value: unknown): readonly WrongWord[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [{ message: '`word` has a line for each of its keys, such as "contents: true".' }];
  }
  return Object.entries(value).flatMap(([key, own]): WrongWord[] => {
    const choices = Object.hasOwn(CHOICES, key) ? CHOICES[key] : undefined;
    if (choices !== undefined && own !== null && !choices.includes(own)) {
      return [
        {
          key,
          message: `\`${key}\` in \`word\` is ${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}.`,
        },
      ];
    }
    if (key !== 'styles' || own === null) return [];
    const names = typeof own === 'object' && !Array.isArray(own) ? Object.values(own) : [undefined];
    if (names.every((name) => typeof name === 'string')) return [];
    return [
      { key, message: '`styles` in `word` has a line for each style, such as "quote: Council Quote".' },
    ];
  });
}
