import { FileSystemError, type Uri, workspace } from 'vscode';

/**
 * Whether a file exists.
 * @throws FileSystemError if that cannot be found out, as without permission
 */
export async function exists(file: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(file);
    return true;
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return false;
    throw error;
  }
}
