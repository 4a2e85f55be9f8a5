import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { URI } from 'vscode-uri';
import { toUri } from '../disk/node-files';
import { relativePath } from '../project/paths';
import type { Project } from '../project/types';
import type { Pictures } from '../rules/types';
import { fileAddress } from '../word/pictures/address';
import { repositoryOf } from './folders';

/** The folder outside of which no picture is read: the widest that the person at the keyboard plainly works in. */
export function folderFor(path: string, project: Project, cwd: string): string | undefined {
  const repository = repositoryOf(dirname(path));
  if (repository !== undefined) return toUri(repository);
  if (project.folder !== undefined) return project.folder;
  return relativePath(toUri(cwd), toUri(path)) === undefined ? undefined : toUri(cwd);
}

/** Addresses that were asked for, and whether there was no file at each. */
export type Asked = readonly (readonly [address: string, missing: boolean])[];

/** The same, remembering what it was asked: a verdict holds as long as it would be told the same again. */
export function recording(pictures: Pictures): { readonly pictures: Pictures; asked(): Asked } {
  const answers = new Map<string, boolean>();
  return {
    pictures: {
      isMissing(address) {
        const missing = pictures.isMissing(address);
        answers.set(address, missing);
        return missing;
      },
    },
    asked: () => [...answers],
  };
}

/** What is there of the pictures that a draft shows. What may not be read is not looked for. */
export function picturesOf(path: string, project: Project, cwd: string): Pictures {
  return {
    isMissing(address) {
      if (/^data:/i.test(address)) return false;
      const found = fileAddress(address, toUri(path), folderFor(path, project, cwd));
      if ('unusable' in found) return false;
      try {
        return statSync(URI.parse(found.uri).fsPath, { throwIfNoEntry: false }) === undefined;
      } catch {
        // There is something, though it cannot be read.
        return false;
      }
    },
  };
}
