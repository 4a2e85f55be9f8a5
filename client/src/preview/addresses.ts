import type MarkdownIt from 'markdown-it';
import type { StateInline } from 'markdown-it';

/** The longest address, in characters. */
const LONGEST = 2_000;

/** Ends bare addresses before footnote references and CriticMarkup, as the export does. */
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

/** The latest end of an address, whose `://` stands at the position of the state. */
function endOf({ src, pos, env }: StateInline): number {
  if (!src.startsWith('://', pos)) return src.length;
  const notes: Readonly<Record<string, unknown>> = env?.footnotes?.refs ?? {};
  const [word = ''] = /^\S*/.exec(src.slice(pos, pos + LONGEST)) ?? [];
  for (const { 1: label, index } of word.matchAll(/\[\^([^\][]+)\]|\{(?:\+\+|--|~~|==|>>)/g))
    if (label === undefined || Object.hasOwn(notes, `:${label}`)) return pos + index;
  return src.length;
}
