import assert from 'node:assert/strict';
import { join } from 'node:path';
import { workspace } from '../cli/run';
import { run, Watch } from './watched';

/** A test that looks for nothing finds nothing: what the other tests rely on must see what there is. */
describe('The watch over a process', () => {
  const deeds: readonly [what: string, code: string][] = [
    ['connection', "require('node:net').connect(9, '127.0.0.1').on('error', () => {})"],
    ['connection', "require('node:http').get('http://127.0.0.1:9/').on('error', () => {})"],
    ['connection', "require('node:https').get('https://127.0.0.1:9/').on('error', () => {})"],
    ['connection', "require('node:tls').connect(9, '127.0.0.1').on('error', () => {})"],
    ['connection', "fetch('http://127.0.0.1:9/').catch(() => {})"],
    [
      'connection',
      "require('node:dgram').createSocket('udp4').send('x', 9, '127.0.0.1', function () { this.close(); })",
    ],
    ['connection', "require('node:dns').lookup('localhost', () => {})"],
    ['connection', "require('node:net').createServer().listen(0, function () { this.close(); })"],
    ['program', "require('node:child_process').spawn('true').on('error', () => {})"],
    ['program', "require('node:child_process').exec('true', () => {})"],
    ['program', "require('node:child_process').spawnSync('true')"],
    ['code', "require('./other.js')"],
    ['code', "new (require('node:worker_threads').Worker)('1', { eval: true })"],
    ['read', "require('node:fs').readFileSync('./other.js')"],
    ['read', "require('node:fs/promises').open('./other.js').then((file) => file.close())"],
    ['read', "require('node:fs').readdir('.', () => {})"],
    ['write', "require('node:fs').writeFileSync('./new', '')"],
    ['write', "require('node:fs/promises').rename('./other.js', './moved.js')"],
    ['write', "require('node:fs').symlinkSync('a', 'b')"],
  ];
  it('sees what a program does, in its threads too', async () => {
    const files = { 'other.js': '' };
    const start = (name: string) =>
      name === 'thread' ? "new (require('node:worker_threads').Worker)('./deed.js')" : "require('./deed.js')";
    await Promise.all(
      ['here', 'thread'].map(async (name) => {
        for (const [what, code] of name === 'here' ? deeds : deeds.slice(0, 1)) {
          const cwd = workspace({ ...files, 'deed.js': code, 'start.js': start(name) });
          const watch = new Watch();
          const { stderr } = await run([join(cwd, 'start.js')], { cwd, env: watch.env, patience: 30_000 });
          assert.ok(
            watch.deeds().some((deed) => deed.what === what && !/(?:deed|start)\.js$/.test(deed.detail)),
            `${what}: ${code}\n${stderr}`,
          );
        }
      }),
    );
  });

  it('lets no text become code', async () => {
    const cwd = workspace({ 'deed.js': "new Function('return 1')()" });
    const { status, stderr } = await run([join(cwd, 'deed.js')], {
      cwd,
      env: new Watch().env,
      patience: 30_000,
    });
    assert.notEqual(status, 0);
    assert.match(stderr, /Code generation from strings disallowed/);
  });
});
