import type { Paragraph, PhrasingContent } from 'mdast';
import type { By } from '../../criticmarkup/types';
import type { Line } from '../../mdast/plain-text';
import { asLine } from '../../text/as-line';
import { changedNodes } from '../changes-since';
import type { Properties } from '../properties';
import { withBreaks } from '../separate-lines';

/** Writes lines that the front matter gives. */
export type WriteLines = (lines: readonly string[]) => Paragraph;

/** The front matter of an earlier version, and the author of the changes since then. */
export interface Before {
  readonly properties: Properties;
  readonly by: By;
}

const DETAILS = ['title', 'subtitle', 'author', 'organisation', 'audience', 'date', 'status'] as const;

/** @returns what writes lines of the front matter, with what changed in them since an earlier version. */
export function writer(now: Properties, before: Before | undefined): WriteLines {
  const changed = new Map<string, readonly PhrasingContent[]>();
  for (const name of before === undefined ? [] : DETAILS) {
    // A subject is no line of an address.
    const [is, was] = [now[name], before!.properties[name]].map((value) =>
      name === 'title' || name === 'subtitle' || value === undefined ? value : asLine(value),
    );
    if (is === was) continue;
    const parts = (text: string | undefined): readonly string[] => text?.split(/,\s+/).map(asLine) ?? [];
    const pairs: (readonly [string | undefined, string | undefined])[] = [[was, is]];
    // A signature has each part on a line of its own.
    if (name === 'author')
      for (const [at, part] of parts(is ?? was).entries())
        pairs.push(is === undefined ? [part, undefined] : [parts(was)[at], part]);
    for (const [from, to] of pairs)
      if (from !== to) changed.set(to ?? from!, changedNodes(from, to, before!.by));
  }
  return (lines) =>
    paragraphOf(lines.map((value) => changed.get(value) ?? [{ type: 'text', value } as const]));
}

/** What the front matter says, without what it does not say. */
export function defined(properties: Properties): Properties {
  return Object.fromEntries(
    Object.entries(properties).filter(([, value]) => value !== undefined),
  ) as unknown as Properties;
}

/** A paragraph of lines that stay apart. */
export function paragraphOf(lines: readonly Line[]): Paragraph {
  return { type: 'paragraph', children: withBreaks(lines) };
}

/** A paragraph of lines that are joined, as Markdown does it. */
export function runningText(lines: readonly Line[]): Paragraph {
  const children = lines.flatMap(
    (line, at): Line => (at === 0 ? line : [{ type: 'text', value: '\n' }, ...line]),
  );
  return { type: 'paragraph', children };
}
