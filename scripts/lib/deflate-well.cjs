// Loaded into vsce: files are compressed by Zopfli, which saves 110,000 bytes of the .vsix for some twenty seconds.
const { Transform } = require('node:stream');
const zlib = require('node:zlib');
const { deflateAsync } = require('@gfx/zopfli');

zlib.DeflateRaw = class extends Transform {
  #chunks = [];

  _transform(chunk, _encoding, done) {
    this.#chunks.push(chunk);
    done();
  }

  _flush(done) {
    deflateAsync(Buffer.concat(this.#chunks), { numiterations: 1, blocksplittingmax: 50 }).then(
      (bytes) => done(null, bytes),
      done,
    );
  }
};
