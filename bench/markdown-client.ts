import { readdir, readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Answers } from './lsp/server';

interface Parser {
  parse(text: string, environment: object): readonly unknown[];
}

/** Settings with which VS Code's Markdown server checks as much as it can. */
export const markdownSettings = {
  markdown: {
    occurrencesHighlight: { enabled: false },
    preferredMdPathExtensionStyle: 'auto',
    server: { log: 'off' },
    suggest: { paths: { enabled: true, includeWorkspaceHeaderCompletions: 'never' } },
    validate: {
      duplicateLinkDefinitions: { enabled: 'warning' },
      enabled: true,
      fileLinks: { enabled: 'warning', markdownFragmentLinks: 'inherit' },
      fragmentLinks: { enabled: 'warning' },
      ignoredLinks: [],
      referenceLinks: { enabled: 'warning' },
      unusedLinkDefinitions: { enabled: 'hint' },
    },
  },
};

/**
 * Answers the requests of that server to its client: to parse, and to read files. The tokens of the last text are cached,
 * as it asks several times for one version.
 */
export function markdownClient(peers: string): Answers {
  let parser: Parser | undefined;
  let last: { readonly text: string; readonly tokens: readonly unknown[] } | undefined;
  const load = (): Parser => {
    const MarkdownIt = createRequire(join(peers, 'package.json'))('markdown-it') as new (
      options: object,
    ) => Parser;
    return new MarkdownIt({ html: true });
  };
  const pathIn = (params: unknown): string => fileURLToPath((params as { uri: string }).uri);
  const isThere = <T>(promise: Promise<T>): Promise<T | null> => promise.catch(() => null);

  return {
    'markdown/parse': async (params, open) => {
      const { uri, text: given } = params as { uri: string; text?: string };
      const text = given ?? (uri === open.uri ? open.text : await readFile(fileURLToPath(uri), 'utf8'));
      if (last?.text !== text) {
        parser ??= load();
        last = { text, tokens: parser.parse(text, {}) };
      }
      return last.tokens;
    },
    'markdown/fs/readFile': async (params) => [...(await readFile(pathIn(params)))],
    'markdown/fs/readDirectory': async (params) =>
      (await readdir(pathIn(params), { withFileTypes: true })).map((entry) => [
        entry.name,
        { isDirectory: entry.isDirectory() },
      ]),
    'markdown/fs/stat': async (params) => {
      const found = await isThere(stat(pathIn(params)));
      return found && { isDirectory: found.isDirectory() };
    },
    'markdown/fs/watcher/create': () => null,
    'markdown/fs/watcher/delete': () => null,
    'markdown/findMarkdownFilesInWorkspace': () => [],
  };
}
