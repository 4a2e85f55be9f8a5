import assert from 'node:assert/strict';
import { changed, inTemplate, plainTemplate, withHeadingNumbers } from '../templates';
import { numbering, paragraphOf } from '../word';

describe('Word templates: made with LibreOffice', () => {
  /** What LibreOffice writes beside Word's schema. */
  async function foreign(): Promise<Uint8Array> {
    const list =
      '<w:abstractNum w:abstractNumId="77"><w:multiLevelType w:val="multilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:pStyle w:val="Heading1"/><w:numFmt w:val="none"/><w:lvlText w:val=""/><w:lvlJc w:val="start"/></w:lvl></w:abstractNum>';
    const withList = changed(await plainTemplate('{{body}}'), 'word/numbering.xml', (text) =>
      text
        .replace(/(<w:abstractNum\b)/, `${list}$1`)
        .replace('</w:numbering>', '<w:num w:numId="77"><w:abstractNumId w:val="77"/></w:num></w:numbering>'),
    );
    const withStyle = withHeadingNumbers(withList, 77);
    return changed(withStyle, 'word/document.xml', (text) =>
      text
        .replace('<w:p>', '<w:p><w:pPr><w:jc w:val="end"/></w:pPr>')
        .replace('{{body}}', 'Above</w:t></w:r></w:p><w:p><w:r><w:t>{{body}}'),
    );
  }

  it('has headings numbered by us where their own numbers are empty', async () => {
    const document = await inTemplate(
      '---\ntitle: T\nkind: report\n---\n## Purpose\n\nText\n',
      await foreign(),
    );
    assert.equal(numbering(document, paragraphOf(document, 'Purpose'))?.text, '%1.');
  });
});
