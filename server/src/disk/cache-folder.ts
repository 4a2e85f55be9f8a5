import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** Where programs keep what they can do without, on each system; undefined for a user without a home folder. */
export function cacheFolder(environment: NodeJS.ProcessEnv): string | undefined {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = environment;
  // A relative one is to be ignored (XDG Base Directory Specification).
  if (XDG_CACHE_HOME && isAbsolute(XDG_CACHE_HOME)) return join(XDG_CACHE_HOME, 'advocacy');
  if (process.platform === 'win32' && LOCALAPPDATA) return join(LOCALAPPDATA, 'advocacy', 'cache');
  const home = homeFolder();
  if (!home) return undefined;
  return process.platform === 'darwin'
    ? join(home, 'Library', 'Caches', 'advocacy')
    : join(home, '.cache', 'advocacy');
}

/** A user of a container may have none. */
function homeFolder(): string | undefined {
  try {
    return homedir();
  } catch {
    return undefined;
  }
}
