import type { CancellationToken } from 'vscode-languageserver';
import { FolderIndex } from '../../project/folder-index';
import { relativePath } from '../../project/paths';
import { type CoverageDescription, describeCoverage, reportOf } from '../../report';
import { coverageHtml } from '../../report/html';
import { coverageMarkdown } from '../../report/markdown';
import { bytesToBase64 } from '../client/base64';
import { stopIf } from '../client/progress';
import { Refusal } from '../client/refusal';
import type { Unreadable, WorkspaceDrafts } from '../workspace/workspace-drafts';

const FORMATS: Readonly<Record<string, (descriptions: readonly CoverageDescription[]) => string>> = {
  json: (descriptions) => `${JSON.stringify(descriptions.map(reportOf), undefined, 2)}\n`,
  markdown: coverageMarkdown,
  html: coverageHtml,
};

/**
 * The coverage of all drafts below the folders in one document; one of Word, which `toWord` makes of Markdown, is in base64. Files that cannot be read are left out, and
 * `leftOut` is told them, where there are any. Throws a Refusal where there is no such format, and the error
 * RequestCancelled where it was cancelled on the way.
 */
export async function coverageOfWorkspace(
  drafts: WorkspaceDrafts,
  format: string,
  folders: readonly string[],
  toWord: (markdown: string) => Promise<Uint8Array>,
  token: CancellationToken,
  reading: (uri: string) => void,
  leftOut: (files: readonly Unreadable[]) => void,
): Promise<string> {
  if (format !== 'word' && !Object.hasOwn(FORMATS, format)) {
    throw new Refusal(`There is no format “${format}”: choose json, markdown, html or word.`);
  }
  const descriptions: CoverageDescription[] = [];
  const unreadable: Unreadable[] = [];
  const index = new FolderIndex(folders);
  for await (const found of drafts.below(folders, token, reading)) {
    if (!('draft' in found)) {
      unreadable.push(found);
      continue;
    }
    const { uri, draft, analysis } = found;
    const [folder] = index.around(uri);
    const file = (folder === undefined ? undefined : relativePath(folder, uri)) ?? uri;
    descriptions.push(describeCoverage(draft, analysis.coverage, file));
  }
  stopIf(token);
  if (unreadable.length > 0) leftOut(unreadable);
  return format === 'word'
    ? bytesToBase64(await toWord(coverageMarkdown(descriptions)))
    : FORMATS[format]!(descriptions);
}
