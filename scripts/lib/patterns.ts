/** Finds every regular expression of the product: literals in its sources, and those that it constructs. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse, type Token, tokTypes } from 'acorn';
import { transformSync } from 'esbuild';

export interface Pattern {
  readonly source: string;
  readonly flags: string;
  /** The place of the literal or of its construction: "server/src/text/addresses.ts:10". */
  readonly place: string;
}

/** npm runs scripts and tests in the project's folder. */
const root = process.cwd();

/** The paths of the sources in a folder, relative to the project's folder. */
export function sourcesOf(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .sort();
}

/** The pattern literals of a file, and the places where it constructs others. */
export function writtenIn(file: string): {
  readonly patterns: readonly Pattern[];
  readonly built: readonly string[];
} {
  const text = readFileSync(join(root, file), 'utf8');
  // Without its types, the text is JavaScript with its tokens in the same order.
  const { code } = transformSync(text, { loader: 'ts', target: 'esnext', charset: 'utf8' });
  const tokens: Token[] = [];
  parse(code, { ecmaVersion: 'latest', sourceType: 'module', onToken: tokens });
  const patterns: Pattern[] = [];
  const built: string[] = [];
  let at = 0;
  const placeOf = (written: string): string => {
    let found = text.indexOf(written, at);
    // `escapeRegExp(` makes no pattern.
    while (/[A-Za-z]/.test(text[found - 1] ?? '')) found = text.indexOf(written, found + 1);
    if (found < 0) throw new Error(`${file}: ${written} is nowhere in it.`);
    at = found + written.length;
    return `${file}:${text.slice(0, found).split('\n').length}`;
  };
  for (const [index, token] of tokens.entries()) {
    // The types of tokens lack their value.
    const { value } = token as Token & { readonly value: unknown };
    if (token.type === tokTypes.regexp) {
      const { pattern, flags } = value as { readonly pattern: string; readonly flags: string };
      patterns.push({ source: pattern, flags, place: placeOf(`/${pattern}/${flags}`) });
    } else if (value === 'RegExp' && tokens[index + 1]?.type === tokTypes.parenL) {
      built.push(placeOf('RegExp('));
    }
  }
  return { patterns, built };
}

/** The patterns that modules construct while they are loaded and `use`d. */
export async function builtBy(
  files: readonly string[],
  use: () => Promise<void>,
): Promise<readonly Pattern[]> {
  const found: Pattern[] = [];
  const Real = RegExp;
  globalThis.RegExp = new Proxy(Real, {
    construct(target, given, as) {
      const made = Reflect.construct(target, given, as) as RegExp;
      const place = new Error().stack?.match(/\/(server\/src\/[^:)]+:\d+)/)?.[1];
      if (place) found.push({ source: made.source, flags: made.flags, place });
      return made;
    },
  });
  try {
    for (const file of files) await import(pathToFileURL(join(root, file)).href);
    await use();
  } finally {
    globalThis.RegExp = Real;
  }
  return found;
}
