import { withNotes } from './drafts';
import { inProcess as advocacy, workspace } from './run';

export interface JsonFinding {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly url?: string;
  readonly fixes?: readonly { readonly title: string }[];
}
/** What `check --format json` prints. */
export type Json = readonly { readonly file: string; readonly findings: readonly JsonFinding[] }[];

/** Runs `check` over files, and reads what it prints. */
export const checkJson = async (files: Record<string, string | Uint8Array>, args: readonly string[]) => {
  const { stdout, ...rest } = await advocacy(['check', '--format', 'json', ...args], {
    cwd: workspace(withNotes(files)),
  });
  return { ...rest, json: JSON.parse(stdout) as Json };
};
export const rulesOf = (json: Json) =>
  json.map(({ file, findings }) => [file, findings.map(({ rule }) => rule)]);
