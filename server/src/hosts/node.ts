/**
 * The server as a process, which `startup/server.ts` starts: `server.js --stdio`, and `--check-all` to take every
 * Markdown document as a draft. With ADVOCACY_PARANOID set, every check is compared with a whole one.
 */
import { createConnection } from 'vscode-languageserver/node';
import { checkedParams } from '../features/session/request-params';
import { serve } from '../server';
import { watchFraming } from './framing';
import { tidyWhenIdle } from './memory';
import { hostFor } from './node-host';

const given = process.argv.slice(2);

/**
 * Whether an argument is one of the server's. An editor says which process it is, in one word or two. The library that
 * speaks the protocol knows more of them, which would listen at a port or a pipe.
 */
function isKnown(argument: string, at: number): boolean {
  if (argument === '--stdio' || argument === '--check-all' || /^--clientProcessId(?:=\d+)?$/.test(argument))
    return true;
  return (
    (/^\d+$/.test(argument) && given[at - 1] === '--clientProcessId') ||
    // The command line has read its own command.
    (argument === 'lsp' && at === 0)
  );
}

if (given.includes('--stdio') && given.every(isKnown)) start();
else {
  process.stderr.write('The server talks over standard input and output alone: --stdio [--check-all]\n', () =>
    process.exit(2),
  );
}

function start(): void {
  const connection = createConnection({ messageStrategy: checkedParams });
  watchFraming(process.stdin, () => {
    process.stderr.write(
      'What came over standard input is no message of the Language Server Protocol: “Content-Length: N” is missing, or is not the length of what follows. The server ends; start it anew.\n',
      () => process.exit(2),
    );
  });
  const failed = serve(
    connection,
    hostFor(connection, {
      afterWork: tidyWhenIdle(),
      checkAll: process.argv.includes('--check-all'),
      paranoid: Boolean(process.env.ADVOCACY_PARANOID),
    }),
  );
  // One failure must not take the drafts of all other windows with it.
  process.on('unhandledRejection', (reason) => failed(reason));
  process.on('uncaughtException', (error: NodeJS.ErrnoException) => {
    // The client is gone, and with it the reason to be here.
    if (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED') process.exit(1);
    failed(error);
  });
}
