import { createHash } from 'node:crypto';
import { strToU8, unzipSync } from 'fflate';
import { zipped } from '../docx/zipped';

interface Problem {
  readonly description: string;
  readonly path?: { readonly xpath?: string; readonly partUri?: string };
}

/** Styles that nothing is wrong with, each with the lists that they refer to: most documents have the same ones. */
const rightStyles = new Set<string>();
const STYLES = 'word/styles.xml';
const NO_STYLES = strToU8(
  '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>',
);

/**
 * Microsoft's own Open XML SDK, as WebAssembly: what it finds wrong, Word may want to repair. It looks through the same
 * styles once, which are more than half of its work; what refers to a style it does not follow.
 */
export async function problems(bytes: Uint8Array): Promise<string[]> {
  const { default: validate } = (await import('@ooxml-tools/validate')) as unknown as {
    default: (bytes: Uint8Array, version: string) => Promise<readonly Problem[]>;
  };
  const parts = unzipSync(bytes);
  const key = hashOf(parts[STYLES], parts['word/numbering.xml']);
  const found = await validate(
    rightStyles.has(key) ? zipped({ ...parts, [STYLES]: NO_STYLES }) : bytes,
    'Microsoft365',
  );
  if (found.length === 0 && parts[STYLES]) rightStyles.add(key);
  return found.map(({ description, path }) => `${path?.partUri} ${path?.xpath}: ${description}`);
}

function hashOf(...parts: readonly (Uint8Array | undefined)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part ?? '').update('\0');
  return hash.digest('hex');
}
