import { URI, Utils } from 'vscode-uri';
import type { Draft } from '../draft/types';
import type { Files } from '../files';
import type { Project } from '../project/types';
import { fileAddress } from './address';
import { TemplateError } from './template';
import { shippedTemplate } from './template/shipped';

export interface TemplateSource {
  readonly files: Files | undefined;
  readonly uri: string | undefined;
  readonly folder: string | undefined;
  /** Named by the user for this export: wins over all. */
  readonly template: Uint8Array | undefined;
  /** URI from the editor's settings: weaker than the configuration and the front matter. */
  readonly usual: string | undefined;
}

export interface FoundTemplate {
  readonly bytes: Uint8Array;
  /** How to call it in a message. */
  readonly name: string;
  /** Whether the user named it for this export, and expects it to be used or the export to fail. */
  readonly demanded: boolean;
}

const MOST_BYTES = 40_000_000;

/**
 * Finds the template for a draft: the one named for this export, else the front matter's (relative to the draft), the
 * configuration's (relative to its folder), the settings'. The names of the templates that come with the product do
 * as well. Front matter and configuration come with the workspace, so
 * that theirs must lie in it.
 *
 * @throws TemplateError where one is named that is not there or may not be read
 */
export async function findTemplate(
  draft: Draft,
  project: Project,
  source: TemplateSource,
): Promise<FoundTemplate | undefined> {
  const { files, uri, folder } = source;
  if (source.template !== undefined) return { bytes: source.template, name: 'The template', demanded: true };
  const own = draft.frontMatter.data.template;
  const configured = project.configuration.word.template;
  if (own !== undefined) return { ...(await read(own, uri, folder, files)), demanded: false };
  if (configured !== undefined && project.folder !== undefined) {
    // Any file in the configuration's folder will do to count from.
    const from = Utils.joinPath(URI.parse(project.folder), '.advocacy.json').toString();
    return { ...(await read(configured, from, folder ?? project.folder, files)), demanded: false };
  }
  if (source.usual === undefined || source.usual === '') return undefined;
  const bytes = await (shippedTemplate(source.usual) ??
    readUri(source.usual, files).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      const name = Utils.basename(URI.parse(source.usual ?? ''));
      throw new TemplateError(`the settings name “${name}”, and ${reason}`);
    }));
  return { bytes, name: `The template “${source.usual}”`, demanded: false };
}

async function read(
  path: string,
  uri: string | undefined,
  folder: string | undefined,
  files: Files | undefined,
): Promise<{ readonly bytes: Uint8Array; readonly name: string }> {
  const shipped = shippedTemplate(path);
  if (shipped !== undefined) return { bytes: await shipped, name: `The template “${path}”` };
  if (!/\.(?:docx|dotx)$/i.test(path))
    throw new TemplateError(`“${path}” is not the name of a .docx or .dotx file`);
  const found = fileAddress(path, uri, folder);
  if ('unusable' in found) throw new TemplateError(found.unusable);
  return { bytes: await readUri(found.uri, files, found.folder), name: `The template “${path}”` };
}

async function readUri(uri: string, files: Files | undefined, within?: string): Promise<Uint8Array> {
  if (files === undefined) throw new TemplateError('there is no folder to read it from');
  if (within !== undefined) {
    const [real, root] = [await files.real(uri), await files.real(within)];
    if (!real.startsWith(root.endsWith('/') ? root : `${root}/`)) {
      throw new TemplateError('it lies outside of the draft’s folder');
    }
  }
  const found = await files.stat(uri);
  if (found?.type !== 'file') throw new TemplateError('there is no such file');
  if (found.size > MOST_BYTES) throw new TemplateError('it is larger than 40 MB');
  const bytes = await files.read(uri, MOST_BYTES);
  if (bytes === undefined) throw new TemplateError('there is no such file');
  return bytes;
}
