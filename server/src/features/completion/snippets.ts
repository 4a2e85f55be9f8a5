import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  MarkupKind,
  type Position,
  type Range,
} from 'vscode-languageserver';
import { blockIndexAt, type Draft, lineEndOf, offsetAt } from '../../draft';
import { freshFootnotes, plainText, type Snippet, snippets } from '../../snippets';
import { words } from '../../util/lists';
import { startsWord } from '../../words/starts-word';
import type { Client } from '../client/client';

type Inserts = Pick<Client, 'insertsSnippets'>;

/** Words of names that nobody looks for a snippet by. */
const LITTLE = words('the and for how what that with');

/** Snippets by their prefix, which has to stand alone on its line; undefined where none begins. */
export function snippetsAt(
  line: string,
  position: Position,
  draft: Draft,
  client: Inserts,
): CompletionItem[] | undefined {
  const typed = /^[ \t]{0,3}(a[a-z-]*)$/.exec(line)?.[1];
  if (typed === undefined || !'advocacy-'.startsWith(typed.slice(0, 'advocacy-'.length))) return undefined;
  return asItems(snippets, typed, position, draft, client);
}

/**
 * Snippets of which a word of the name begins with what was typed, in small letters and as a paragraph by itself: a
 * sentence begins with a capital letter, and whoever writes one is offered nothing. Undefined where there are none.
 */
export function snippetsNamed(
  line: string,
  position: Position,
  draft: Draft,
  client: Inserts,
): CompletionItem[] | undefined {
  const typed = /^[ \t]{0,3}([a-z]{3,}(?:-[a-z]+)*)$/.exec(line)?.[1];
  if (typed === undefined || LITTLE.has(typed)) return undefined;
  const placed = draft.blocks[blockIndexAt(draft, offsetAt(draft, position))];
  if (placed?.block.node.type !== 'paragraph' || placed.block.text.trim() !== typed) return undefined;
  // “quote” is for a quotation, “risk” for risks.
  const root = typed.replace(/(?<=[a-z]{4})(?:e|s|es)$/, '');
  const found = snippets.filter(({ id, name }) => startsWord(`${id} ${name.toLowerCase()}`, root));
  // An editor compares what is typed with this, and asks no more as the word goes on.
  return asItems(found, typed, position, draft, client).map((item) => ({
    ...item,
    filterText: `${typed} ${item.label.slice('advocacy-'.length)} ${item.detail}`,
  }));
}

function asItems(
  offered: readonly Snippet[],
  typed: string,
  position: Position,
  draft: Draft,
  client: Inserts,
): CompletionItem[] {
  const labels = [...draft.text.matchAll(/\[\^([^\][\s]+)\]/g)].map(([, label]) => label!);
  const end = lineEndOf(draft);
  return offered.map(({ id, name, description, body }) => {
    const plain = plainText(body, labels);
    const newText = (client.insertsSnippets ? freshFootnotes(body, labels) : plain).replaceAll('\n', end);
    return {
      label: `advocacy-${id}`,
      kind: CompletionItemKind.Snippet,
      detail: name,
      documentation: { kind: MarkupKind.Markdown, value: `${description}\n\n---\n\n${plain}` },
      insertTextFormat: client.insertsSnippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      textEdit: { range: before(position, typed), newText },
    };
  });
}

/** What was typed before the cursor: the text that a suggestion takes the place of. */
export function before(position: Position, typed: string): Range {
  return { start: { line: position.line, character: position.character - typed.length }, end: position };
}
