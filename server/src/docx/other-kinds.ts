/** What a file is that is no Word document, and what to do about it: a reason behind “cannot be used: ”. */

/** The first bytes of other kinds of files. */
const KINDS: readonly (readonly [start: readonly number[], problem: string])[] = [
  [[0x7b, 0x5c, 0x72, 0x74], 'it is a Rich Text file (.rtf); open it in Word, and save it as .docx'],
  [[0x25, 0x50, 0x44, 0x46], 'it is a PDF; ask for the Word document that it was made from'],
];

/** The container of Word's old format, and of documents with a password. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];
/** The name of the stream in it that holds an encrypted document, in UTF-16. */
const ENCRYPTED = 'E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0';
/** How much of a file is searched for that name, in bytes. */
const DIRECTORY = 2_000_000;

/** What is wrong with a file by its first bytes; undefined if it may be a Word document. */
export function otherKind(bytes: Uint8Array): string | undefined {
  if (bytes.length === 0)
    return 'it is empty; copy it here again, or open it where it was made and save it anew';
  const begins = (start: readonly number[]): boolean => start.every((byte, at) => bytes[at] === byte);
  if (begins(COMPOUND)) {
    const isEncrypted =
      holds(bytes.subarray(0, DIRECTORY), ENCRYPTED) || holds(bytes.subarray(-DIRECTORY), ENCRYPTED);
    return isEncrypted
      ? 'it is protected by a password; open it in Word, take the password off (File > Info > Protect Document > Encrypt with Password), and save it'
      : 'it is in the old .doc format; open it in Word, and save it as .docx';
  }
  return KINDS.find(([start]) => begins(start))?.[1];
}

/** What to do with an OpenDocument file. */
export const OPEN_DOCUMENT =
  'it is an OpenDocument file, as LibreOffice writes them; open it there or in Word, and save it as .docx';

function holds(bytes: Uint8Array, words: string): boolean {
  return new TextDecoder('latin1').decode(bytes).includes(words);
}
