import type { Nodes } from 'mdast';
import { type Block, type Change, passagesOf } from '../draft';
import data from './data/wording.json';
import { nodesOf, spanOf } from './lib/blocks/nodes';
import { quotedIn } from './lib/blocks/prose';
import { rule } from './lib/rule';
import type { Problem } from './types';

const VAGUE: ReadonlySet<string> = new Set(data.links);
const PLACEHOLDER = '[insert where the link leads]';

export const linkTextVague = rule('link-text-vague', {
  inBlock({ block }) {
    const problems: Problem[] = [...withoutLink(block)];
    if (!block.text.includes(']')) return problems;
    for (const node of nodesOf(block)) {
      if (node.type !== 'link' && node.type !== 'linkReference') continue;
      const words = textOf(node).replace(/\s+/g, ' ').trim();
      const plain = /[A-Za-zÀ-ÖØ-ፚḀ-ỹ\d](?:.*[A-Za-zÀ-ÖØ-ፚḀ-ỹ\d])?/su.exec(words.toLowerCase())?.[0] ?? '';
      const first = node.children[0];
      const last = node.children.at(-1);
      if (!VAGUE.has(plain) || !first || !last) continue;
      problems.push({
        span: spanOf(node),
        message: `“${words}” does not say where the link leads, which a reader who hears the links one by one needs to know. Use the name of the page or document instead.`,
        fixes: [
          {
            title: 'Insert words for the link to fill in',
            edits: [
              ...withoutClick(block.text, spanOf(node).start),
              { span: { start: spanOf(first).start, end: spanOf(last).end }, text: PLACEHOLDER },
            ],
          },
        ],
      });
    }
    return problems;
  },
});

const NO_LINK = /(?<!\b(?:marked|called|named|says|saying)\s)\b(?:click|tap)\s+here\b|\(link\)/gi;
/** So near behind it, an address is what it means, in characters. */
const NEAR = 12;

/** “Click here”, and nothing to click: what stood behind it on a page was lost. */
function withoutLink(block: Block): readonly Problem[] {
  if (block.text.search(NO_LINK) < 0) return [];
  return passagesOf(block).flatMap(({ prose, links }) => {
    const isQuoted = quotedIn(prose.text);
    return [...prose.text.matchAll(NO_LINK)]
      .map(({ 0: words, index }) => ({ words, start: index, end: index + words.length }))
      .filter(
        ({ start, end }) =>
          !isQuoted(start, end) &&
          !links.some((link) => link.prose.start < end + NEAR && start < link.prose.end + 1),
      )
      .map(({ words, start, end }) => ({
        span: prose.toSource(start, end),
        message: `“${words.replace(/\s+/g, ' ')}” has no link behind it. Name the page or document, and link its name to the address.`,
      }));
  });
}

/** “For more, click [here]” is “For more, see [the survey]”: nobody clicks on paper. */
function withoutClick(text: string, link: number): readonly Change[] {
  const [words] = /(?<![\w-])click (?:on )?$/i.exec(text.slice(Math.max(0, link - 10), link)) ?? [];
  if (words === undefined) return [];
  const see = words.startsWith('C') ? 'See ' : 'see ';
  return [{ span: { start: link - words.length, end: link }, text: see }];
}

function textOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? '';
  return 'children' in node ? node.children.map(textOf).join('') : ' ';
}
