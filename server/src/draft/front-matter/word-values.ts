/** What `word:` in front matter can say. */
const CHOICES: Readonly<Record<string, readonly unknown[]>> = {
  numbering: ['none', 'sections', 'paragraphs'],
  contents: [true, false],
  notes: ['footnotes', 'endnotes'],
  sources: [true, false],
  source: [true, false],
  smart: [true, false],
};

/** What is wrong with a value of `word:`; undefined where nothing is. Keys of other tools are left alone. */
export function wrongWord(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return '`word` has a line for each of its keys, such as "contents: true".';
  }
  for (const [key, own] of Object.entries(value)) {
    const choices = Object.hasOwn(CHOICES, key) ? CHOICES[key] : undefined;
    if (choices !== undefined && own !== null && !choices.includes(own)) {
      return `\`${key}\` in \`word\` is ${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}.`;
    }
    if (key !== 'styles' || own === null) continue;
    const names = typeof own === 'object' && !Array.isArray(own) ? Object.values(own) : [undefined];
    if (!names.every((name) => typeof name === 'string')) {
      return '`styles` in `word` has a line for each style, such as "quote: Council Quote".';
    }
  }
  return undefined;
}
