/** What nobody has written anything into yet: a new draft, and paragraphs to fill in as they were inserted. */
import { withAbout } from './about';
import { parseDraft } from './draft';
import type { Block, Draft } from './draft/types';
import type { Project } from './project/types';
import { skeleton } from './skeleton';
import { plainText, snippets } from './snippets';

const known = new WeakMap<Project, ReadonlySet<string>>();

/** The blocks with placeholders that new drafts and snippets of a project have. */
function blocksOf(project: Project): ReadonlySet<string> {
  let blocks = known.get(project);
  if (!blocks) {
    const { about } = project.configuration;
    const texts = [
      ...project.framework.kinds.map((kind) => skeleton(kind, '', { about })),
      ...snippets.map(({ body }) => withAbout(plainText(body), about)),
    ];
    blocks = new Set(texts.flatMap((text) => parseDraft(text).blocks.map(({ block }) => plain(block))));
    known.set(project, blocks);
  }
  return blocks;
}

/** A block's text but for the labels of its footnotes, which differ in each draft, and its line ends. */
const plain = ({ text }: Block): string =>
  text
    .replace(/\[\^[^\]\s]*\]/g, '[^]')
    .replace(/\s+/g, ' ')
    .trim();

const ONE_PLACEHOLDER = /^\[insert [^\]]*\]$/;

/** Whether a block stands as it was inserted, by a snippet or in a new draft. */
export function isUntouched(block: Block, project: Project): boolean {
  const text = plain(block);
  return ONE_PLACEHOLDER.test(text) || blocksOf(project).has(text);
}

/** Whether nobody has written more into a draft than its title and what stands in its front matter. */
export function isSkeleton({ blocks }: Draft, project: Project): boolean {
  const isTitle = ({ node }: Block): boolean => node.type === 'heading' && node.depth === 1;
  return (
    blocks.some(({ block }) => block.text.includes('[insert ')) &&
    blocks.every(({ block }) => isTitle(block) || isUntouched(block, project))
  );
}
