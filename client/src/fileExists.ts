import { FileSystemError, type Uri, workspace } from 'vscode';

/** Whether a file is there. @throws where that cannot be told, as without rights to look: it may be. */
export async function exists(file: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(file);
    return true;
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return false;
    throw error;
  }
}
