import { readJson } from './json';
import type { DataFile } from './types';
import { readYaml } from './yaml';

/** Reads a data file; `uri` decides between JSON with comments (`.json`, `.jsonc`) and YAML. Never throws, whatever it is. */
export function readData(source: string, uri: string): DataFile {
  const text = source.startsWith('\uFEFF') ? ` ${source.slice(1)}` : source;
  return /\.jsonc?$/i.test(uri) ? readJson(text, uri) : readYaml(text, uri);
}
