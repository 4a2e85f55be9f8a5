/** Writes the pages on the packages of the product: what each is for, and their licences. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** npm runs scripts and tests in the project's folder. */
const root = process.cwd();

/** The purpose of each package in package.json. */
const PURPOSES: Readonly<Record<string, string>> = {
  '@biomejs/biome': 'Formats and lints the sources.',
  '@cfworker/json-schema':
    'Holds configurations, frameworks and evidence against their schemas, without making code from them.',
  '@eslint-community/regexpp': 'Takes patterns apart, to make texts for their tests.',
  '@ooxml-tools/validate': 'Holds exported documents against the schemas of Open XML, in tests.',
  '@types/markdown-it': 'Types of VS Code’s preview of Markdown.',
  '@types/mdast': 'Types of Markdown trees.',
  '@types/mocha': 'Types of the test runner.',
  '@types/node': 'Types of Node.',
  '@types/unist': 'Types of syntax trees.',
  '@types/vscode': 'Types of the VS Code interface.',
  '@vscode/test-electron': 'Fetches a VS Code to test in.',
  '@vscode/vsce': 'Packs the extension.',
  acorn: 'Finds the regular expressions in the sources, to be checked.',
  'decode-named-character-reference': 'Reads `&eacute;` and the like in HTML that stands in a draft.',
  diff: 'Finds what two texts have in common.',
  docx: 'Makes Word templates, in tests.',
  esbuild: 'Bundles the product.',
  'fast-check': 'Makes random inputs for tests.',
  'fast-png': 'Reads and writes PNG pictures, in tests.',
  fflate: 'Packs and unpacks Word documents.',
  ignore: 'What our reading of .gitignore is compared with, in tests.',
  'jpeg-js': 'Reads and writes photographs (JPEG) that documents get smaller.',
  'jsonc-parser': 'Reads JSON with comments, with the place of each value.',
  'markdown-it': 'What VS Code’s preview of Markdown is made with, in tests.',
  'markdown-it-footnote': 'Shows footnotes in VS Code’s preview of Markdown.',
  'mdast-util-from-markdown': 'Makes a tree of Markdown.',
  'mdast-util-to-string': 'Text of a Markdown tree.',
  'micromark-util-edit-map': 'Applies what the Markdown parser changes in what it has found.',
  'micromark-util-resolve-all': 'Reads what stands inside of a change as Markdown.',
  'micromark-util-types': 'Types of the Markdown parser.',
  mocha: 'Runs the tests.',
  'playwright-core': 'Drives a real VS Code in tests and for pictures.',
  recheck: 'Tells whether some text makes a regular expression take more than linear time.',
  'remark-gfm': 'Tables, footnotes and task lists in Markdown.',
  'remark-parse': 'Parses Markdown.',
  saxes: 'Reads the XML of Word templates and SVG, strictly and without entities.',
  tsx: 'Runs TypeScript in scripts and tests.',
  typescript: 'Checks the types.',
  unified: 'Holds the Markdown parser and its extensions together.',
  'unist-util-visit': 'Walks a syntax tree.',
  'vscode-languageclient': 'The editor’s end of the Language Server Protocol.',
  'vscode-languageserver': 'The server’s end of it.',
  'vscode-languageserver-textdocument': 'Applies edits to a text.',
  'vscode-uri': 'Reads and writes URIs as VS Code does.',
  yaml: 'Reads front matter, frameworks and evidence, with the place of each value.',
};

interface Package {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly author?: string | { readonly name?: string };
}

const packageOf = (name: string): Package =>
  JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as Package;

const authorOf = ({ author }: Package): string =>
  (typeof author === 'string' ? author : (author?.name ?? '')).replace(/\s*[<(].*$/, '');

interface Built {
  readonly metafile: {
    readonly outputs: Readonly<
      Record<string, { readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>> }>
    >;
  };
}

/** The names of the packages that are in the built files. */
export async function bundled(): Promise<readonly string[]> {
  const script = pathToFileURL(join(root, 'scripts/build.mjs')).href;
  const { build } = (await import(script)) as { build(options: object): Promise<readonly Built[]> };
  const outdir = join(tmpdir(), `advocacy-dependencies-${process.pid}`);
  const results = await build({ outdir, metafile: true });
  const names = results
    .flatMap(({ metafile }) => Object.values(metafile.outputs))
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([file]) => [...file.matchAll(/node_modules\/((?:@[^/]+\/)?[^/]+)/g)].at(-1)?.[1])
    .filter((name) => name !== undefined);
  return [...new Set(names)].sort();
}

/** `docs/dependencies.md`. */
export function dependenciesPage(inBundles: readonly string[]): string {
  const { devDependencies, dependencies = {} } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  ) as {
    readonly devDependencies: Readonly<Record<string, string>>;
    readonly dependencies?: Readonly<Record<string, string>>;
  };
  const asked = Object.entries({ ...devDependencies, ...dependencies });
  const unknown = asked.filter(([name]) => !Object.hasOwn(PURPOSES, name)).map(([name]) => name);
  if (unknown.length > 0)
    throw new Error(`Say in scripts/lib/dependencies.ts what ${unknown.join(', ')} is for.`);
  const row = ([name, version]: readonly [string, string]): string =>
    `| ${name} | ${version} | ${packageOf(name).license} | ${PURPOSES[name]} |`;
  const head = '| Package | Version | Licence | What it is for |\n| --- | --- | --- | --- |';
  const shipped = asked.filter(([name]) => inBundles.includes(name));
  const others = asked.filter(([name]) => !inBundles.includes(name));
  const brought = inBundles.filter((name) => !asked.some(([one]) => one === name));
  return `<!-- Written by scripts/generate-docs.mts. -->

# Dependencies

The product is installed without any package: what it needs is in its built files. Versions are exact, and
\`package-lock.json\` holds the sum of each. [Notices](notices.md) has the licences of what is shipped.

## In the product

${head}
${shipped.map(row).join('\n')}

They bring along ${brought.length} more: ${brought.join(', ')}.

## For building and testing only

${head}
${others.map(row).join('\n')}
`;
}

/** `docs/notices.md`: the licences of the packages in the built files, each text once. */
export function noticesPage(inBundles: readonly string[]): string {
  const byText = new Map<string, string[]>();
  for (const name of inBundles) {
    const found = packageOf(name);
    const text = licenceText(found);
    byText.set(text, [...(byText.get(text) ?? []), `${name} ${found.version}`]);
  }
  const parts = [...byText].map(
    ([text, names]) => `## ${names.join(', ')}\n\n\`\`\`text\n${text.replaceAll('```', "'''")}\n\`\`\``,
  );
  return `<!-- Written by scripts/generate-docs.mts. -->

# Notices

What the built files hold of the work of others, and the licences under which they may.

${parts.join('\n\n')}
`;
}

function licenceText(found: Package): string {
  const folder = join(root, 'node_modules', found.name);
  const file = existsSync(folder) && readdirSync(folder).find((name) => /^licen[cs]e(?:\.|$)/i.test(name));
  if (file) return readFileSync(join(folder, file), 'utf8').replaceAll('\r', '').trim();
  return `${found.license} licence. Copyright ${authorOf(found)} and contributors.`;
}
