import type { ResponseError } from 'vscode-languageserver-protocol/node';
import type { ExportRefused } from '../../src/protocol';

/** Why the server refuses. */
export async function refusal(run: Promise<unknown>): Promise<{ message: string; data: ExportRefused }> {
  try {
    await run;
  } catch (error) {
    const { message, data } = error as ResponseError<ExportRefused>;
    return { message, data: data! };
  }
  throw new Error('It was not refused.');
}
