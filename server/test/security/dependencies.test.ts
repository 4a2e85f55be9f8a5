import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../../../package.json';
import { bundled, dependenciesPage, noticesPage } from '../../../scripts/lib/dependencies';

const root = join(__dirname, '../../..');
const page = (name: string): string => readFileSync(join(root, 'docs', name), 'utf8');

describe('What the product is made of', () => {
  let inBundles: readonly string[];
  before(async () => {
    inBundles = await bundled();
  });

  it('is listed with what each package is for (“npm run docs” writes it anew)', () => {
    assert.equal(page('dependencies.md'), dependenciesPage(inBundles));
  });

  it('comes with the licences of all that is in the built files (“npm run docs” writes them anew)', () => {
    assert.ok(inBundles.length > 20);
    assert.equal(page('notices.md'), noticesPage(inBundles));
  });

  it('may be given away: each licence asks for no more than its notice', () => {
    for (const name of [...inBundles, ...Object.keys(manifest.devDependencies)]) {
      const { license } = JSON.parse(
        readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'),
      ) as {
        license?: string;
      };
      assert.match(
        license ?? 'none',
        /^\(?(?:MIT|ISC|Apache-2\.0|BSD-[23]-Clause|0BSD|BlueOak-1\.0\.0|\s|OR|AND)+\)?$/,
        name,
      );
    }
  });

  it('is asked for in exact versions, installs nothing with the product, and runs nothing when it is installed', () => {
    assert.ok(!('dependencies' in manifest));
    for (const [name, version] of Object.entries(manifest.devDependencies)) {
      assert.match(version, /^\d+\.\d+\.\d+(?:-[\w.]+)?$/, name);
    }
    for (const hook of ['preinstall', 'install', 'postinstall', 'prepare']) {
      assert.ok(!(hook in manifest.scripts), hook);
    }
  });
});
