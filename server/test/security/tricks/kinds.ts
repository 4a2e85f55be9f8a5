import { strToU8 } from 'fflate';
import { zipped } from '../../docx/zipped';
import { plainTemplate } from '../../word/templates';
import type { Place, Trick } from './place';

export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
);

export const picture = (name: string, address: string, say: RegExp, make?: Trick['make']): Trick => ({
  name,
  async make(at) {
    await make?.(at);
    at.draft(
      `![A chart of visits](${address.replaceAll('OUTSIDE', at.outside).replaceAll('PORT', `${at.port}`)})`,
    );
  },
  say,
});

export const named = (
  name: string,
  settings: (at: Place) => unknown,
  say: RegExp,
  make?: Trick['make'],
): Trick => ({
  name,
  async make(at) {
    await make?.(at);
    at.configure(settings(at));
  },
  say,
});

export const template = (name: string, make: (at: Place) => Promise<Uint8Array>, say: RegExp): Trick => ({
  name: `a Word template ${name}`,
  async make(at) {
    at.write('look.dotx', await make(at));
    at.draft('Text.', 'template: look.dotx\n');
  },
  say,
});

/** A package with one part changed or added. */
export async function withPart(part: string, change: (text: string) => string): Promise<Uint8Array> {
  const { unzipSync, strFromU8 } = await import('fflate');
  const parts = unzipSync(await plainTemplate('Text.'));
  return zipped({ ...parts, [part]: strToU8(change(parts[part] ? strFromU8(parts[part]!) : '')) });
}

export const relation =
  (type: string, target: string) =>
  (text: string): string =>
    text.replace(
      '</Relationships>',
      `<Relationship Id="rId999" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/></Relationships>`,
    );

export const OUT = /leads out of the workspace folder/;
export const NO_FILE = /neither a file nor a folder/;
