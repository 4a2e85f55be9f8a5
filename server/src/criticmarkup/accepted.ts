import type { Html, Nodes, PhrasingContent, RootContent, Text } from 'mdast';
import { cutPieces, piecesOf } from '../mdast/tree';
import { mayHaveMarks } from './syntax';

/** A block with all its changes accepted. */
interface Accepted {
  readonly node: RootContent;
  /** The source with spaces in place of deletions, comments and delimiters, so that offsets stay. */
  readonly text: string;
}

/**
 * A block with all its changes accepted; undefined for a block without any. Paragraphs, headings, items and rows that
 * become empty are removed. A block that becomes empty is an empty HTML node.
 *
 * @param node its positions count in `text`, and stay as they are
 */
export function accepted(node: RootContent, text: string): Accepted | undefined {
  if (!mayHaveMarks(text)) return undefined;
  const reader = new Reader();
  const read = reader.read(node);
  if (reader.spans.length === 0) return undefined;
  const nothing: Html = { type: 'html', value: '', position: node.position! };
  return { node: (read as RootContent | undefined) ?? nothing, text: blanked(text, reader.spans) };
}

class Reader {
  /** Starts and ends of deletions, comments and delimiters, in no order. */
  readonly spans: (readonly [number, number])[] = [];

  /** The node with its changes accepted; the same object if it has none, undefined if nothing remains. */
  read(node: Nodes): Nodes | undefined {
    if (!('children' in node)) return node;
    if (node.type === 'table') return this.#readTable(node);
    const before = this.spans.length;
    const children = this.#readAll(node.children);
    if (this.spans.length === before) return node;
    if (isContent(node)) {
      const content = trimmed(joined(children as PhrasingContent[]));
      // A cell stays where its row does.
      if (content.every(isSpace) && node.type !== 'tableCell') return undefined;
      return { ...node, children: content } as Nodes;
    }
    if (node.type === 'tableRow') return { ...node, children } as Nodes;
    return children.length === 0 ? undefined : ({ ...node, children } as Nodes);
  }

  #readAll(nodes: readonly Nodes[]): Nodes[] {
    return nodes.flatMap((node) => {
      const [start, end] = [node.position!.start.offset!, node.position!.end.offset!];
      switch (node.type) {
        case 'criticComment':
        case 'criticDeletion':
          this.spans.push([start, end]);
          return [];
        case 'criticHighlight':
        case 'criticInsertion':
          this.spans.push(
            [start, start + (node.type === 'criticInsertion' && node.replaces ? 2 : 3)],
            [end - 3, end],
          );
          return this.#readAll(node.children);
        default: {
          const read = this.read(node);
          return read === undefined ? [] : [read];
        }
      }
    });
  }

  #readTable(table: Nodes & { type: 'table' }): Nodes | undefined {
    const before = this.spans.length;
    const rows = table.children.map((row) => {
      const read = this.read(row) as typeof row;
      return { read, isEmptied: read !== row && read.children.every((cell) => cell.children.every(isSpace)) };
    });
    if (this.spans.length === before) return table;
    // A table must have a head, even an empty one.
    const children = rows.filter(({ isEmptied }, index) => index === 0 || !isEmptied).map(({ read }) => read);
    return children.length === 1 && rows[0]!.isEmptied ? undefined : { ...table, children };
  }
}

/** Whether the children of a node are phrasing content. */
function isContent({ type }: Nodes): boolean {
  return !['root', 'list', 'listItem', 'blockquote', 'footnoteDefinition', 'tableRow'].includes(type);
}

function isSpace(node: Nodes): boolean {
  return node.type === 'break' || (node.type === 'text' && node.value.trim() === '');
}

/** Joins text nodes that follow each other. */
function joined(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const all: PhrasingContent[] = [];
  for (let at = 0; at < nodes.length; ) {
    const texts: Text[] = [];
    for (let node = nodes[at]; node?.type === 'text'; node = nodes[++at]) texts.push(node);
    if (texts.length > 0) all.push(joinedTexts(texts));
    else all.push(nodes[at++]!);
  }
  return all;
}

function joinedTexts(texts: readonly Text[]): Text {
  const [first] = texts as readonly [Text];
  if (texts.length === 1) return first;
  const { start } = first.position!;
  let length = 0;
  const pieces: number[] = [];
  for (const text of texts) {
    const moved = text.position!.start.offset! - start.offset!;
    for (const [at, value] of piecesOf(text).entries()) pieces.push(value + (at % 3 === 0 ? length : moved));
    length += text.value.length;
  }
  return {
    type: 'text',
    value: texts.map(({ value }) => value).join(''),
    position: { start, end: texts.at(-1)!.position!.end },
    data: { ...first.data, pieces },
  };
}

/** Removes white space at the beginning and the end, which no paragraph has. */
function trimmed(nodes: PhrasingContent[]): PhrasingContent[] {
  const first = nodes[0];
  if (first?.type === 'text') nodes[0] = cut(first, first.value.search(/\S|$/), first.value.length);
  const last = nodes.at(-1);
  if (last?.type === 'text') nodes[nodes.length - 1] = cut(last, 0, last.value.trimEnd().length);
  return nodes.filter((node) => node.type !== 'text' || node.value !== '');
}

/** A part of a text node, by offsets in its value. Its position stays that of the whole. */
function cut(text: Text, start: number, end: number): Text {
  if (start === 0 && end === text.value.length) return text;
  const pieces = cutPieces(piecesOf(text), start, end);
  return { ...text, value: text.value.slice(start, end), data: { ...text.data, pieces } };
}

function blanked(text: string, spans: readonly (readonly [number, number])[]): string {
  let shown = '';
  let done = 0;
  for (const [start, end] of [...spans].sort(([one], [other]) => one - other)) {
    if (end <= done) continue;
    const from = Math.max(start, done);
    shown += text.slice(done, from) + text.slice(from, end).replace(/[^\r\n]/g, ' ');
    done = end;
  }
  return shown + text.slice(done);
}
