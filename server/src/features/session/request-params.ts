import type { Message, MessageStrategy } from 'vscode-languageserver';
import {
  catalogueRequest,
  coverageRequest,
  holdRequest,
  placeholdersRequest,
  reviewsRequest,
  setUpRequest,
  skeletonRequest,
} from '../../protocol';
import { ABOUT_KEYS } from '../../snippets/about';

/**
 * The request that takes the place of one whose parameters make no sense. The library would call its handler with
 * something else, or fail itself, which looks like a mistake in the server.
 */
export const unusableRequest = 'advocacy/unusable';

type Check = (value: unknown) => string | undefined;

/** What a value is not; undefined if it is right. */
const text: Check = (value) => (typeof value === 'string' ? undefined : 'has to be text');
const number: Check = (value) => (typeof value === 'number' ? undefined : 'has to be a number');
const list: Check = (value) => (Array.isArray(value) ? undefined : 'has to be a list');

const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || value === null ? undefined : check(value);

/** For values that no client sends as `null`, which nothing expects. */
const absentOr =
  (check: Check): Check =>
  (value) =>
    value === undefined ? undefined : check(value);

/** An object, and what it has to have. The answer begins with the name of what is wrong: “.position.line has to be …”. */
const object =
  (fields: Readonly<Record<string, Check>> = {}): Check =>
  (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'has to be an object';
    for (const [name, check] of Object.entries(fields)) {
      const wrong = check(Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined);
      if (wrong !== undefined) return `.${name}${wrong.startsWith('.') ? '' : ' '}${wrong}`;
    }
    return undefined;
  };

const position = object({ line: number, character: number });
const range = object({ start: position, end: position });
const document = { textDocument: object({ uri: text }) };
const about = object(Object.fromEntries(ABOUT_KEYS.map((key) => [key, absentOr(text)])));

const CHECKS: ReadonlyMap<string, Check> = new Map<string, Check>([
  ['initialize', object({ capabilities: absentOr(object()) })],
  ['textDocument/hover', object({ ...document, position })],
  ['textDocument/definition', object({ ...document, position })],
  ['textDocument/completion', object({ ...document, position })],
  ['textDocument/codeLens', object(document)],
  ['textDocument/diagnostic', object(document)],
  [
    'textDocument/codeAction',
    object({ ...document, range, context: object({ diagnostics: list, only: optional(list) }) }),
  ],
  ['codeAction/resolve', object({ title: text })],
  ['workspace/executeCommand', object({ command: text, arguments: optional(list) })],
  [coverageRequest, object(document)],
  [placeholdersRequest, object(document)],
  [reviewsRequest, object(document)],
  [catalogueRequest, object({ uri: absentOr(text) })],
  [holdRequest, object({ lock: text })],
  [setUpRequest, object({ text: absentOr(text), about })],
  [
    skeletonRequest,
    object({
      kind: text,
      title: text,
      folder: absentOr(text),
      today: absentOr(text),
      about: absentOr(about),
    }),
  ],
]);

/** What is wrong with the parameters of a request, as a sentence; undefined if nothing is. */
function wrongParams(method: string, params: unknown): string | undefined {
  const wrong = CHECKS.get(method)?.(params);
  if (wrong === undefined) return undefined;
  return `${method} cannot be answered: ${wrong.startsWith('.') ? `params${wrong}` : `params ${wrong.replace('has', 'have')}`}.`;
}

/** Looks at the parameters of requests before they are handed on. */
export const checkedParams: MessageStrategy = {
  handleMessage(message, next) {
    const { id, method, params } = message as Message & { id?: unknown; method?: unknown; params?: unknown };
    const isRequest = typeof method === 'string' && id !== undefined && id !== null;
    const wrong = isRequest ? wrongParams(method, params) : undefined;
    return next(
      wrong === undefined
        ? message
        : ({ ...message, method: unusableRequest, params: { message: wrong } } as Message),
    );
  },
};
