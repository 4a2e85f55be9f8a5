import { type Arguments, UsageError } from '../arguments';
import type { CommandIo } from '../command-run';

/** `advocacy lsp --stdio`: runs the language server until the editor shuts it down. */
export async function lsp(given: Arguments, _io: CommandIo): Promise<number> {
  if (!given.on('stdio'))
    throw new UsageError('The server talks over standard input and output: advocacy lsp --stdio.');
  if (given.paths.length > 0) throw new UsageError('“advocacy lsp” takes no paths.');
  await import('../../hosts/node');
  // The server ends the process itself.
  return new Promise<number>(() => undefined);
}
