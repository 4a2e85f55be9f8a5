import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { URI } from 'vscode-uri';
import { toUri } from '../disk/node-files';
import { relativePath } from '../project/paths';
import type { Project } from '../project/types';
import type { Pictures } from '../rules/types';
import { fileAddress } from '../word/pictures/address';
import { repositoryOf } from './folders';

/** The folder outside of which no picture is read: the repository, or else the project's or the current folder. */
export function folderFor(path: string, project: Project, cwd: string): string | undefined {
  const repository = repositoryOf(dirname(path));
  if (repository !== undefined) return toUri(repository);
  if (project.folder !== undefined) return project.folder;
  return relativePath(toUri(cwd), toUri(path)) === undefined ? undefined : toUri(cwd);
}

/** Addresses that were asked for, and whether their file was missing. */
export type Asked = readonly (readonly [address: string, missing: boolean])[];

/** Wraps `pictures` to record the answers. A cached verdict holds as long as these are the same. */
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

/** Finds whether pictures of a draft are missing. Those that must not be read are not. */
export function picturesOf(path: string, project: Project, cwd: string): Pictures {
  return {
    isMissing(address) {
      if (/^data:/i.test(address)) return false;
      const found = fileAddress(address, toUri(path), folderFor(path, project, cwd));
      if ('unusable' in found) return false;
      try {
        return statSync(URI.parse(found.uri).fsPath, { throwIfNoEntry: false }) === undefined;
      } catch {
        // The file exists, but cannot be read.
        return false;
      }
    },
  };
}
