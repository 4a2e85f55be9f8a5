import { join } from 'node:path';
import { NO_FILE, PNG, picture } from './kinds';
import type { Trick } from './place';

export const PICTURES: readonly Trick[] = [
  picture('a picture by dots that lead out', '../../outside/secret.png', /lies outside/),
  picture('a picture by dots in per cent form', '%2e%2e/%2E%2E/outside/secret.png', /lies outside/),
  picture('a picture by dots with backslashes', '<..\\\\..\\\\outside\\\\secret.png>', /lies outside/),
  picture('a picture by an absolute path', 'OUTSIDE/secret.png', /only a path relative/),
  picture('a picture by an address of a file', 'file://OUTSIDE/secret.png', /only a path relative/),
  picture('a picture on a drive', '<C:\\secret.png>', /only a path relative/),
  picture('a picture in a network folder', '<\\\\127.0.0.1\\share\\secret.png>', /only a path relative/),
  picture('a picture on the web', 'http://127.0.0.1:PORT/pixel.png', /it is on the web/),
  picture('a picture on the web without a scheme', '//127.0.0.1:PORT/pixel.png', /only a path relative/),
  picture('a picture by a link that leads out', 'chart.png', /lies outside/, (at) =>
    at.link('chart.png', join(at.outside, 'secret.png')),
  ),
  picture('a picture behind a folder that leads out', 'charts/secret.png', /lies outside/, (at) =>
    at.link('charts', at.outside),
  ),
  picture('a picture that is a pipe', 'chart.png', NO_FILE, (at) => at.pipe('chart.png')),
  picture('a picture that is a device without an end', 'chart.png', /lies outside/, (at) =>
    at.link('chart.png', '/dev/zero'),
  ),
  picture('a picture that is a link to itself', 'chart.png', /go round in a circle/, (at) =>
    at.link('chart.png', 'chart.png'),
  ),
  picture('a picture of two gigabytes', 'chart.png', /larger than 25 MB/, (at) =>
    at.huge('chart.png', 2 ** 31),
  ),
  picture('a picture of ten thousand million pixels', 'chart.png', /too many pixels/, (at) => {
    const bytes = Buffer.from(PNG);
    bytes.writeUInt32BE(100_000, 16);
    bytes.writeUInt32BE(100_000, 20);
    at.write('chart.png', bytes);
  }),
  picture(
    'a drawing that takes a picture from the web',
    'chart.svg',
    /takes something from elsewhere/,
    (at) =>
      at.write(
        'chart.svg',
        `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="http://127.0.0.1:${at.port}/pixel.png"/></svg>`,
      ),
  ),
  picture('a drawing with a script', 'chart.svg', /contains a script/, (at) =>
    at.write(
      'chart.svg',
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>',
    ),
  ),
  picture('a drawing with an entity that reads a file', 'chart.svg', /parts that are not safe/, (at) =>
    at.write(
      'chart.svg',
      '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>&x;</text></svg>',
    ),
  ),
  {
    name: 'pictures, frames and scripts in HTML',
    make: (at) =>
      at.draft(
        `<img src="http://127.0.0.1:${at.port}/a.png" alt="A pixel" onerror="alert(1)">\n\n<iframe src="http://127.0.0.1:${at.port}/"></iframe>\n\n<script src="http://127.0.0.1:${at.port}/a.js"></script>\n\n<object data="file:///etc/passwd"></object>`,
      ),
    say: /it is on the web/,
  },
];
