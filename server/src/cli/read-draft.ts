import { explain, readWhole } from '../disk/node-files';
import { type DraftText, LARGEST_DRAFT, textOf, tooLarge } from '../project/draft-text';

/** Reads a draft from a file. Never throws. */
export async function readDraft(path: string): Promise<DraftText> {
  try {
    return textOf(await readWhole(path, LARGEST_DRAFT));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EFBIG') return tooLarge(LARGEST_DRAFT);
    return { problem: code === 'ENOENT' ? 'there is no such file' : explain(error) };
  }
}

/** Reads a draft from a stream. Never throws. */
export async function readStream(stream: AsyncIterable<Buffer | string>): Promise<DraftText> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of stream) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      length += bytes.length;
      if (length > LARGEST_DRAFT) return tooLarge(LARGEST_DRAFT);
      chunks.push(bytes);
    }
  } catch (error) {
    return { problem: explain(error) };
  }
  return textOf(Buffer.concat(chunks));
}
