import { URI, Utils } from 'vscode-uri';
import type { Draft } from '../draft/types';
import type { Files } from '../files';
import { folderOf, locate, relativePath, size } from '../project/paths';
import { shippedInstead } from '../project/shipped';
import type { Project } from '../project/types';
import { reasonOf } from '../text/error-message';
import { readSetup } from './layout';
import { shippedTemplate } from './packing/built-in-templates';
import { lineOfKey } from './properties';
import { type ReadyTemplate, readTemplate, TemplateError } from './template';
import type { Warning } from './writing/context';

interface TemplateSource {
  readonly files: Files | undefined;
  readonly uri: string | undefined;
  readonly folder: string | undefined;
  /** Named by the user for this export: wins over all. */
  readonly template: Uint8Array | undefined;
  /** URI from the editor's settings: weaker than the configuration and the front matter. */
  readonly usual: string | undefined;
}

const MOST_BYTES = 40 * 1024 * 1024;

/**
 * Finds and reads the template for a draft. One that cannot be used is left out with a warning.
 *
 * @throws TemplateError where it is the one that the user chose for this export
 */
export async function loadTemplate(
  draft: Draft,
  project: Project,
  source: TemplateSource,
): Promise<{ readonly ready: ReadyTemplate | undefined; readonly warnings: Warning[] }> {
  const warnings: Warning[] = [];
  const line = lineOfTemplate(draft);
  try {
    const found = await findTemplate(draft, project, source);
    if (found === undefined) return { ready: undefined, warnings };
    const ready = readTemplate(
      found,
      readSetup(draft.frontMatter.raw.word, project.configuration.word).styles ?? {},
      (message) => warnings.push({ message, line }),
    );
    return { ready, warnings };
  } catch (error) {
    const reason = reasonOf(error);
    const name = source.template === undefined ? nameOfTemplate(draft, project, source) : undefined;
    const message = `The template${name === undefined ? '' : ` “${name}”`} cannot be used: ${reason}`;
    if (source.template !== undefined) throw new TemplateError(message);
    const instead = `${message.replace(/\.$/, '')}. The built-in one is used.`;
    return { ready: undefined, warnings: [{ message: instead, line, ofTemplate: true }] };
  }
}

/** The file that is named as the template, with its path as it is written. */
function nameOfTemplate(
  draft: Draft,
  { configuration }: Project,
  { usual }: TemplateSource,
): string | undefined {
  const named = draft.frontMatter.data.template ?? configuration.word.template;
  return named ?? (usual && Utils.basename(URI.parse(usual)));
}

/**
 * Finds the template for a draft: the one named for this export, else the front matter's (relative to the draft), the
 * configuration's (relative to its folder), the settings'. The names of the templates that come with the product do
 * as well. Front matter and configuration come with the workspace, so that theirs must lie in it.
 *
 * @throws TemplateError where one is named that is not there or may not be read
 */
async function findTemplate(
  draft: Draft,
  project: Project,
  source: TemplateSource,
): Promise<Uint8Array | undefined> {
  const { files, uri, folder } = source;
  if (source.template !== undefined) return source.template;
  const own = draft.frontMatter.data.template;
  const configured = project.configuration.word.template;
  if (own !== undefined) return read(own, uri === undefined ? undefined : folderOf(uri), folder, files);
  if (configured !== undefined && project.folder !== undefined)
    return read(configured, project.folder, folder, files);
  if (source.usual === undefined || source.usual === '') return undefined;
  return (
    shippedTemplate(source.usual) ??
    readUri(source.usual, files).catch((error: unknown) => {
      const reason = reasonOf(error);
      const name = Utils.basename(URI.parse(source.usual ?? ''));
      const instead = shippedInstead(name);
      throw new TemplateError(`the settings name it, and ${reason}${instead && `.${instead}`}`);
    })
  );
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
): Promise<Uint8Array> {
  const shipped = shippedTemplate(path);
  if (shipped !== undefined) return shipped;
  if (!/\.(?:docx|dotx)$/i.test(path))
    throw new TemplateError(`that is not the name of a .docx or .dotx file.${shippedInstead(path)}`);
  if (files === undefined || folder === undefined) throw new TemplateError(NO_FOLDER);
  // What lies outside of the workspace folder may still use what lies beside it.
  const inside = workspace !== undefined && relativePath(workspace, folder) !== undefined;
  const boundary = inside ? workspace : folder;
  const located = await locate(files, folder, boundary, path, MOST_BYTES);
  if ('problem' in located) throw new TemplateError(located.problem);
  return readUri(located.uri, files, boundary);
}

const NO_FOLDER = 'there is no folder to read it from';

async function readUri(uri: string, files: Files | undefined, boundary?: string): Promise<Uint8Array> {
  if (files === undefined) throw new TemplateError(NO_FOLDER);
  const found = await files.stat(uri);
  if (found?.type !== 'file') throw new TemplateError('there is no such file');
  if (found.size > MOST_BYTES) throw new TemplateError(`it is larger than ${size(MOST_BYTES)}`, 'smaller');
  const bytes = await files.read(uri, MOST_BYTES, boundary);
  if (bytes === undefined) throw new TemplateError('there is no such file');
  return bytes;
}

/** The line that names the template, counted from 0. */
export function lineOfTemplate(draft: Draft): number {
  return lineOfKey(draft, draft.frontMatter.places.has('template') ? 'template' : 'word');
}
