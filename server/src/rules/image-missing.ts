import { type Block, BlockFinder, type Draft, perBlock, type Span, shifted } from '../draft';
import { tagsIn } from './lib/blocks/html-images';
import { nodesOf, spanOf } from './lib/blocks/nodes';
import { rule } from './lib/rule';
import type { Problem } from './types';

/** The pictures of a block, and the labels that it gives addresses to. Spans are in the block. */
interface Shown {
  readonly images: readonly { readonly span: Span; readonly address?: string; readonly label?: string }[];
  readonly labels: readonly (readonly [label: string, address: string])[];
}

const finder = new BlockFinder(
  perBlock((block): Shown | undefined => (/!\[|<img|\]:/i.test(block.text) ? look(block) : undefined)),
);

function look(block: Block): Shown | undefined {
  const images: Shown['images'][number][] = [];
  const labels: Shown['labels'][number][] = [];
  for (const node of nodesOf(block)) {
    if (node.type === 'image') images.push({ span: spanOf(node), address: node.url });
    else if (node.type === 'imageReference') images.push({ span: spanOf(node), label: node.identifier });
    else if (node.type === 'definition') labels.push([node.identifier, node.url]);
  }
  for (const { tag, span } of tagsIn(block)) {
    const found = /\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(tag);
    const address = found?.[1] ?? found?.[2] ?? found?.[3];
    if (address !== undefined) images.push({ span, address });
  }
  return images.length + labels.length > 0 ? { images, labels } : undefined;
}

/** Every picture of a draft: the address as it is written, and where it is shown. */
export function picturesIn(draft: Draft): readonly { readonly address: string; readonly span: Span }[] {
  const labels = new Map<string, string>();
  const shown = finder.in(draft, undefined);
  for (const { found } of shown) {
    // The first of a label counts, as in Markdown.
    for (const [label, address] of found.labels) if (!labels.has(label)) labels.set(label, address);
  }
  return shown.flatMap(({ found: { images }, placed: { start } }) =>
    images.flatMap(({ span, address = '', label }) => {
      const found = label === undefined ? address : (labels.get(label) ?? '');
      return found === '' ? [] : [{ address: found, span: shifted(span, start) }];
    }),
  );
}

/** An address on the writer's own disk, where nobody else finds it. */
const ON_OWN_DISK = /^(?:[a-z]:[\\/]|file:|\\\\)/i;

const short = (address: string): string => (address.length > 100 ? `${address.slice(0, 100)}…` : address);

export const imageMissing = rule('image-missing', {
  inDraft({ draft, pictures }) {
    return picturesIn(draft).flatMap(({ address, span }): Problem[] => {
      if (ON_OWN_DISK.test(address))
        return [
          {
            span,
            message: `“${short(address)}” is on one computer only. Put the picture beside the draft, and give its path from there.`,
          },
        ];
      if (!pictures?.isMissing(address)) return [];
      return [
        {
          span,
          message: `There is no picture “${short(address)}” where this draft looks for it. Correct the path, or put the picture there.`,
        },
      ];
    });
  },
});
