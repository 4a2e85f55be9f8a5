import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where programs keep what they can do without, on each system. */
export function cacheFolder(environment: NodeJS.ProcessEnv): string {
  if (environment.XDG_CACHE_HOME) return join(environment.XDG_CACHE_HOME, 'advocacy');
  if (process.platform === 'win32' && environment.LOCALAPPDATA)
    return join(environment.LOCALAPPDATA, 'advocacy', 'cache');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'advocacy');
  return join(homedir(), '.cache', 'advocacy');
}
