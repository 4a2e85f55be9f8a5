import { strFromU8, strToU8 } from 'fflate';
import { escapeXml } from '../../src/word/xml-text';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"';
const W15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"';

/** A comment on a document, or an answer to the one that is its parent. */
export interface WordComment {
  readonly text: string;
  readonly author: string;
  readonly resolved: boolean;
  readonly parent: number | undefined;
}

/** Puts comments into the package of a document, as Word does, beside those that it has. */
export function addComments(parts: Record<string, Uint8Array>, comments: readonly WordComment[]): void {
  const para = (id: number): string => (0x20000000 + id).toString(16).toUpperCase();
  const own = comments.map(({ text, author }, id) => {
    const lines = text.split('\n');
    const written = lines.map(
      (line, at) =>
        `<w:p${at === lines.length - 1 ? ` w14:paraId="${para(id)}"` : ''}><w:r><w:t xml:space="preserve">${escapeXml(line)}</w:t></w:r></w:p>`,
    );
    return `<w:comment w:id="${id + 500}" w:author="${author}" w:date="2026-10-03T10:00:00Z">${written.join('')}</w:comment>`;
  });
  const extended = comments.map(
    ({ resolved, parent }, id) =>
      `<w15:commentEx w15:paraId="${para(id)}"${parent === undefined ? '' : ` w15:paraIdParent="${para(parent)}"`} w15:done="${resolved ? 1 : 0}"/>`,
  );
  const add = (name: string, type: string, relation: string, root: string, content: string): void => {
    const there = parts[`word/${name}`];
    if (there !== undefined) {
      parts[`word/${name}`] = strToU8(
        strFromU8(there).replace(
          new RegExp(`</${root}>|<${root}([^>]*)/>`),
          (_, attributes: string | undefined) =>
            attributes === undefined ? `${content}</${root}>` : `<${root}${attributes}>${content}</${root}>`,
        ),
      );
      return;
    }
    parts[`word/${name}`] = strToU8(`<?xml version="1.0"?><${root} ${W} ${W14} ${W15}>${content}</${root}>`);
    const types = '[Content_Types].xml';
    parts[types] = strToU8(
      strFromU8(parts[types]!).replace(
        '</Types>',
        `<Override PartName="/word/${name}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${type}+xml"/></Types>`,
      ),
    );
    const relations = 'word/_rels/document.xml.rels';
    parts[relations] = strToU8(
      strFromU8(parts[relations]!).replace(
        '</Relationships>',
        `<Relationship Id="rIdOf${type}" Type="${relation}" Target="${name}"/></Relationships>`,
      ),
    );
  };
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments';
  add('comments.xml', 'comments', office, 'w:comments', own.join(''));
  add(
    'commentsExtended.xml',
    'commentsExtended',
    'http://schemas.microsoft.com/office/2011/relationships/commentsExtended',
    'w15:commentsEx',
    extended.join(''),
  );
}
