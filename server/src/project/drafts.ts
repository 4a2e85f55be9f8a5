import { findFrontMatter } from '../draft/front-matter/extent';
import type { Draft } from '../draft/types';
import { memoized } from '../util/memoize';
import { matchesPatterns, patterns } from './glob';
import { relativePath } from './paths';
import type { Project } from './types';

/** The setting `advocacy.check`. */
type CheckMode = 'drafts' | 'all' | 'off';

/**
 * Whether a Markdown document is a draft, and so gets findings: its front matter has a `kind`, the project's
 * `drafts` patterns mean it, or everything is checked.
 *
 * @param document as parsed, or its text (then only its first lines are looked at, and nothing is parsed)
 * @param uri where it lies; patterns are relative to the folder of the configuration
 */
export function isDraft(
  document: Pick<Draft, 'frontMatter'> | string,
  uri: string,
  project: Project,
  mode: CheckMode = 'drafts',
): boolean {
  if (mode !== 'drafts') return mode === 'all';
  return hasKind(document) || isListed(uri, project);
}

function hasKind(document: Pick<Draft, 'frontMatter'> | string): boolean {
  if (typeof document !== 'string') {
    const { raw, data } = document.frontMatter;
    // A mistake elsewhere in front matter must not make a draft into none, and take its findings away.
    return Object.hasOwn(raw, 'kind') || data.kind !== undefined;
  }
  const text = document.slice(0, 64 * 1024);
  const { content, unclosed } = findFrontMatter(text);
  // One whose front matter has no end yet is a draft as well, and is told so.
  const span = content ?? unclosed?.content;
  return (
    span !== undefined && /^(?:kind|"kind"|'kind')[ \t]*:(?:[ \t]|$)/m.test(text.slice(span.start, span.end))
  );
}

const patternsOf = memoized(({ configuration }: Project) => patterns(configuration.drafts));

function isListed(uri: string, project: Project): boolean {
  if (project.folder === undefined || project.configuration.drafts.length === 0) return false;
  const path = relativePath(project.folder, uri);
  return Boolean(path) && matchesPatterns(patternsOf(project), path!);
}
