import type MarkdownIt from 'markdown-it';
import type { StateInline } from 'markdown-it';

/** So far is looked for what ends an address. */
const LONGEST = 2_000;

/** Has bare addresses end before notes and before changes and comments of a review, as they do for an export. */
export function addresses(md: MarkdownIt): void {
  const { ruler } = md.inline;
  const all = ruler.getRules('');
  if (ruler.disable('linkify', true).length === 0) return;
  const rest = new Set(ruler.getRules(''));
  const linkify = all.find((rule) => !rest.has(rule));
  ruler.enable('linkify');
  if (linkify === undefined) return;
  ruler.at('linkify', (state, silent) => {
    const { src } = state;
    state.src = src.slice(0, endOf(state));
    const found = linkify(state, silent);
    state.src = src;
    return found;
  });
}

/** Where what may be an address ends at the latest, whose `://` stands at the state's place. */
function endOf({ src, pos, env }: StateInline): number {
  if (!src.startsWith('://', pos)) return src.length;
  const notes: Readonly<Record<string, unknown>> = env?.footnotes?.refs ?? {};
  const [word = ''] = /^\S*/.exec(src.slice(pos, pos + LONGEST)) ?? [];
  for (const { 1: label, index } of word.matchAll(/\[\^([^\][]+)\]|\{(?:\+\+|--|~~|==|>>)/g))
    if (label === undefined || Object.hasOwn(notes, `:${label}`)) return pos + index;
  return src.length;
}
