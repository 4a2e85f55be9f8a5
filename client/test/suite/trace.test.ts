import assert from 'node:assert/strict';
import { LogLevel, type LogOutputChannel, workspace } from 'vscode';
import { traceChannel } from '../../src/server/trace';

describe('The setting "trace.server"', () => {
  const settings = () => workspace.getConfiguration('advocacy');
  afterEach(() => settings().update('trace.server', undefined));

  it('switches the trace on and off, which goes to the output', async () => {
    const lines: string[] = [];
    const output = {
      info: (line: string) => lines.push(line),
      logLevel: LogLevel.Info,
    } as unknown as LogOutputChannel;
    const channel = traceChannel(output);
    const levels: LogLevel[] = [];
    channel.onDidChangeLogLevel((level) => levels.push(level));
    assert.equal(channel.logLevel, LogLevel.Off);
    await settings().update('trace.server', 'messages');
    assert.equal(channel.logLevel, LogLevel.Trace);
    await settings().update('trace.server', 'off');
    assert.deepEqual(levels, [LogLevel.Trace, LogLevel.Off]);
    channel.trace('a message');
    assert.deepEqual(lines, ['a message']);
  });
});
