import { crc32, deflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';

/** An archive of files as `zipSync` makes it, packed by Node: a large one in a twentieth of the time. */
export function zipped(files: Readonly<Record<string, Uint8Array>>): Uint8Array<ArrayBuffer> {
  const packed = Object.entries(files).map(([name, bytes]) => [name, deflateRawSync(bytes, { level: 1 })]);
  const archive = zipSync(Object.fromEntries(packed), { level: 0 });
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = archive.length - 22;
  let at = view.getUint32(end + 16, true);
  for (const bytes of Object.values(files)) {
    const local = view.getUint32(at + 42, true);
    for (const [start, method, sum, size] of [
      [local, 8, 14, 22],
      [at, 10, 16, 24],
    ] as const) {
      view.setUint16(start + method, 8, true);
      view.setUint32(start + sum, crc32(bytes), true);
      view.setUint32(start + size, bytes.length, true);
    }
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return archive;
}
