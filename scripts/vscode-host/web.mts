// Serves VS Code as a web page without a server, like vscode.dev: extensions run in a web worker, and a folder is read over
// HTTP and written in memory. The files are those of the VS Code server, with two words changed.

import { readdir, readFile, stat } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, dirname, extname, join, sep } from 'node:path';
import { QUIET_SETTINGS } from './server.mjs';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/** The address of the tests, which must be below that of the extension for its extension host to run them. */
const TESTS = '/static/dev/__tests__/';
const WORKBENCH = 'out/vs/code/browser/workbench/workbench.js';

export interface WebOptions {
  /** The VS Code server's folder, from `installServer`. */
  readonly host: string;
  /** From `installFileSystem`. */
  readonly fileSystem: string;
  /** The workspace. It is not written to. */
  readonly folder: string;
  readonly extension: string;
  /** The bundled module with a function `run` that runs the tests. */
  readonly tests: string;
}

export interface WebServer {
  readonly address: string;
  stop(): Promise<void>;
}

/** Serves VS Code on a free port of this machine. */
export async function serveWeb(options: WebOptions): Promise<WebServer> {
  const mounts: readonly (readonly [prefix: string, folder: string])[] = [
    [TESTS, dirname(options.tests)],
    ['/static/dev/', options.extension],
    ['/static/extensions/fs/', options.fileSystem],
    ['/static/mount/', options.folder],
    ['/static/vs/', options.host],
  ];
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/') return send(response, page(options, port()), '.html');
    const path = decodeURIComponent(pathname);
    const mount = mounts.find(([prefix]) => path.startsWith(prefix) || `${path}/` === prefix);
    const file = mount && join(mount[1], path.slice(mount[0].length));
    if (mount === undefined || file === undefined || !`${file}${sep}`.startsWith(join(mount[1], sep))) {
      return send(response, '', '', 404);
    }
    try {
      if (searchParams.has('stat')) return send(response, await statOf(file), '.json');
      if (searchParams.has('readdir')) return send(response, await entriesOf(file), '.json');
      const content = await readFile(file);
      return send(
        response,
        file.endsWith(WORKBENCH) ? withoutRemote(content.toString()) : content,
        extname(file),
      );
    } catch {
      // Built-in extensions lack their browser builds. An empty one keeps VS Code from complaining.
      if (/^\/static\/vs\/extensions\/[^/]+\/dist\/browser\/.*\.js$/.test(path)) {
        return send(response, 'exports.activate = () => {};', '.js');
      }
      return send(response, '', '', 404);
    }
  });
  const port = (): number => (server.address() as AddressInfo).port;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${port()}/`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function send(response: ServerResponse, body: string | Buffer, extension: string, status = 200): void {
  response.writeHead(status, {
    'access-control-allow-origin': '*',
    'cache-control': 'no-cache',
    'content-type': TYPES[extension] ?? 'application/octet-stream',
  });
  response.end(body);
}

const kind = (entry: { isDirectory(): boolean }): number => (entry.isDirectory() ? 2 : 1);

async function statOf(file: string): Promise<string> {
  try {
    const found = await stat(file);
    return JSON.stringify({
      type: kind(found),
      ctime: found.ctimeMs,
      mtime: found.mtimeMs,
      size: found.size,
    });
  } catch (error) {
    return JSON.stringify({ error: (error as NodeJS.ErrnoException).code });
  }
}

async function entriesOf(file: string): Promise<string> {
  const entries = await readdir(file, { withFileTypes: true });
  return JSON.stringify(entries.map((entry) => ({ name: entry.name, type: kind(entry) })));
}

/** Removes the server from code-server's workbench, which keeps the user's data there. */
function withoutRemote(workbench: string): string {
  const changes = [
    [/remoteAuthority:location\.host/, 'remoteAuthority:void 0'],
    [
      /(get userRoamingDataHome\(\)\{return [\w$]+\([\w$]+\.file\(this\.userDataPath\)\.with\(\{scheme:[\w$]+\.)vscodeRemote/,
      '$1vscodeUserData',
    ],
  ] as const;
  return changes.reduce((text, [old, by]) => {
    if (!old.test(text)) throw new Error(`This VS Code's workbench has no ${old}`);
    return text.replace(old, by);
  }, workbench);
}

function page({ tests }: WebOptions, port: number): string {
  const at = (path: string) => ({ scheme: 'http', authority: `127.0.0.1:${port}`, path });
  const configuration = {
    _wrapWebWorkerExtHostInIframe: false,
    additionalBuiltinExtensions: [at('/static/extensions/fs')],
    callbackRoute: '/callback',
    configurationDefaults: QUIET_SETTINGS,
    developmentOptions: {
      extensions: [at('/static/dev')],
      extensionTestsPath: at(`${TESTS}${basename(tests)}`),
      logLevel: 3,
    },
    enableWorkspaceTrust: false,
    folderUri: { scheme: 'vscode-test-web', authority: 'mount', path: '/' },
    isEnabledCoderGettingStarted: false,
    isEnabledFileDownloads: true,
    isEnabledFileUploads: true,
    productConfiguration: {
      enableTelemetry: false,
      extensionEnabledApiProposals: {
        'vscode.vscode-test-web-fs': ['fileSearchProvider', 'textSearchProvider'],
      },
      nameLong: 'VS Code',
      nameShort: 'VS Code',
      quality: 'stable',
    },
    userDataPath: '/',
    webviewEndpoint: '/static/vs/out/vs/workbench/contrib/webview/browser/pre',
  };
  const settings = JSON.stringify(configuration).replace(/&/g, '&amp;').replace(/"/g, '&quot;');
  const code = '/static/vs/out';
  return `<!doctype html>
<html>
  <head>
    <meta charset="utf-8">
    <meta id="vscode-workbench-web-configuration" data-settings="${settings}">
    <meta id="vscode-workbench-web-base-url" data-settings="/static/vs">
    <meta id="vscode-workbench-auth-session" data-settings="">
    <link rel="stylesheet" href="${code}/vs/code/browser/workbench/workbench.css">
  </head>
  <body></body>
  <script>globalThis._VSCODE_FILE_ROOT = new URL('${code}/', location.origin).toString();</script>
  <script type="module" src="${code}/nls.messages.js"></script>
  <script type="module" src="${code}/vs/code/browser/workbench/workbench.js"></script>
</html>`;
}
