import { EventEmitter, LogLevel, type LogOutputChannel, workspace } from 'vscode';

/**
 * The channel that the language client writes its trace to. The client traces when the channel's log level says so;
 * here the setting `advocacy.trace.server` decides it, and the trace goes to the extension's one output channel.
 */
export function traceChannel(output: LogOutputChannel): LogOutputChannel {
  const level = (): LogLevel =>
    workspace.getConfiguration('advocacy').get('trace.server', 'off') === 'off'
      ? LogLevel.Off
      : LogLevel.Trace;
  const changed = new EventEmitter<LogLevel>();
  workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration('advocacy.trace.server')) changed.fire(level());
  });
  return new Proxy(output, {
    get(target, name) {
      if (name === 'logLevel') return level();
      if (name === 'onDidChangeLogLevel') return changed.event;
      if (name === 'trace') return (message: string) => target.info(message);
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
