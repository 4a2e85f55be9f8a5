import { URI, Utils } from 'vscode-uri';
import type { Draft } from '../draft/types';
import type { Files } from '../files';
import { folderOf, locate, relativePath, size } from '../project/paths';
import { shippedInstead } from '../project/shipped';
import type { Project } from '../project/types';
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

const MOST_BYTES = 40 * 1024 * 1024;

/**
 * Finds the template for a draft: the one named for this export, else the front matter's (relative to the draft), the
 * configuration's (relative to its folder), the settings'. The names of the templates that come with the product do
 * as well. Front matter and configuration come with the workspace, so that theirs must lie in it.
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
  if (own !== undefined) {
    const beside = uri === undefined ? undefined : folderOf(uri);
    return { ...(await read(own, beside, folder, files)), demanded: false };
  }
  if (configured !== undefined && project.folder !== undefined) {
    return { ...(await read(configured, project.folder, folder, files)), demanded: false };
  }
  if (source.usual === undefined || source.usual === '') return undefined;
  const bytes = await (shippedTemplate(source.usual) ??
    readUri(source.usual, files).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      const name = Utils.basename(URI.parse(source.usual ?? ''));
      const instead = shippedInstead(name);
      throw new TemplateError(`the settings name “${name}”, and ${reason}${instead && `.${instead}`}`);
    }));
  return { bytes, name: `The template “${source.usual}”`, demanded: false };
}

/**
 * Reads a template by a path that a file names.
 *
 * @param folder URI of that file's folder
 * @param workspace URI of the workspace folder, where there is one
 */
async function read(
  path: string,
  folder: string | undefined,
  workspace: string | undefined,
  files: Files | undefined,
): Promise<{ readonly bytes: Uint8Array; readonly name: string }> {
  const shipped = shippedTemplate(path);
  if (shipped !== undefined) return { bytes: await shipped, name: `The template “${path}”` };
  if (!/\.(?:docx|dotx)$/i.test(path))
    throw new TemplateError(`“${path}” is not the name of a .docx or .dotx file.${shippedInstead(path)}`);
  if (files === undefined || folder === undefined) throw new TemplateError(NO_FOLDER);
  // What lies outside of the workspace folder may still use what lies beside it.
  const inside = workspace !== undefined && relativePath(workspace, folder) !== undefined;
  const boundary = inside ? workspace : folder;
  const located = await locate(files, folder, boundary, path, MOST_BYTES);
  if ('problem' in located) throw new TemplateError(located.problem);
  return { bytes: await readUri(located.uri, files, boundary), name: `The template “${path}”` };
}

const NO_FOLDER = 'there is no folder to read it from';

async function readUri(uri: string, files: Files | undefined, boundary?: string): Promise<Uint8Array> {
  if (files === undefined) throw new TemplateError(NO_FOLDER);
  const found = await files.stat(uri);
  if (found?.type !== 'file') throw new TemplateError('there is no such file');
  if (found.size > MOST_BYTES) throw new TemplateError(`it is larger than ${size(MOST_BYTES)}`);
  const bytes = await files.read(uri, MOST_BYTES, boundary);
  if (bytes === undefined) throw new TemplateError('there is no such file');
  return bytes;
}
