import { byOf } from './author';
import type { Comment, Thread } from './model';
import type { DocxPackage } from './package';
import { plainText } from './plain-text';
import { type Shared, Story } from './story';
import { descendants, elementsIn, isOnValue } from './xml-tree';

/** What Word keeps of a comment in parts of its own, by the id of its last paragraph. */
interface More {
  readonly parent?: string;
  readonly resolved: boolean;
}

/** Reads the comments with their replies, by the id that `CommentMark` has (`w:comments`, and Microsoft's `commentsExtended` and what belongs to it). */
export function readComments(pack: DocxPackage, shared: Shared): ReadonlyMap<string, Thread> {
  const stored = pack.ofMain('comments');
  if (stored === undefined) return new Map();
  const more = extended(pack);
  const utc = times(pack);
  const story = new Story(stored.part, stored.root, shared);
  const comments = new Map<string, Comment>();
  /** By the id of their last paragraph. */
  const byParagraph = new Map<string, string>();
  const paragraphOf = new Map<string, string>();
  for (const element of elementsIn(stored.root, 'w:comment')) {
    const id = element.attributes['w:id'] ?? '';
    if (comments.has(id)) continue;
    let paragraph: string | undefined;
    for (const { attributes } of descendants(element, 'w:p'))
      paragraph = attributes['w14:paraId'] ?? paragraph;
    const by = byOf(element, paragraph === undefined ? undefined : utc.get(paragraph));
    const text = plainText(story.read(element));
    const resolved = paragraph !== undefined && more.get(paragraph)?.resolved === true;
    comments.set(id, { ...by, text, ...(resolved && { resolved }) });
    if (paragraph === undefined) continue;
    byParagraph.set(paragraph, id);
    paragraphOf.set(id, paragraph);
  }
  const replies = new Map<string, string>();
  for (const id of comments.keys()) {
    const first = firstOf(id, (one) => byParagraph.get(more.get(paragraphOf.get(one) ?? '')?.parent ?? ''));
    if (first !== id) replies.set(id, first);
  }
  const threads = new Map<string, Comment[]>();
  for (const [id, comment] of comments) if (!replies.has(id)) threads.set(id, [comment]);
  for (const [id, first] of replies) threads.get(first)?.push(comments.get(id)!);
  return threads;
}

/** The comment that begins a thread; of comments that answer each other in a circle, each begins its own. */
function firstOf(id: string, parentOf: (id: string) => string | undefined): string {
  const seen = new Set<string>();
  let first = id;
  for (let next = parentOf(id); next !== undefined; next = parentOf(next)) {
    if (seen.has(next) || next === id) return id;
    seen.add(next);
    first = next;
    // Replies are not nested in Word; whoever nests them without end is not followed.
    if (seen.size > 100) return id;
  }
  return first;
}

function extended(pack: DocxPackage): ReadonlyMap<string, More> {
  const more = new Map<string, More>();
  for (const { attributes } of pack.elementsOfMain('commentsExtended', 'w15:commentEx')) {
    const parent = attributes['w15:paraIdParent'];
    more.set(attributes['w15:paraId'] ?? '', {
      ...(parent !== undefined && { parent }),
      resolved: isOnValue(attributes['w15:done']),
    });
  }
  return more;
}

/** When comments were written, in UTC, by the id of their last paragraph. */
function times(pack: DocxPackage): ReadonlyMap<string, string> {
  const durable = new Map<string, string>();
  for (const { attributes } of pack.elementsOfMain('commentsIds', 'w16cid:commentId'))
    durable.set(attributes['w16cid:durableId'] ?? '', attributes['w16cid:paraId'] ?? '');
  const found = new Map<string, string>();
  if (durable.size === 0) return found;
  for (const { attributes } of pack.elementsOfMain('commentsExtensible', 'w16cex:commentExtensible')) {
    const paragraph = durable.get(attributes['w16cex:durableId'] ?? '');
    const time = attributes['w16cex:dateUtc'];
    if (paragraph !== undefined && time !== undefined) found.set(paragraph, time);
  }
  return found;
}
