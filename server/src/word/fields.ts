import type { IRunPropertiesOptions, ParagraphChild } from 'docx';
import { asChild, Written } from './markup';
import { propertiesXml, textXml } from './runs';
import { clean } from './text';
import { escapeXml } from './xml';

/** What our table of contents is called on its way into that of a template. */
export const OWN_CONTENTS = 'Contents of the draft';

/** A field with the result that it has now, so that Word asks nobody whether to update it. */
export function field(
  instruction: string,
  result: string,
  look: IRunPropertiesOptions = {},
): ParagraphChild[] {
  const key = JSON.stringify(look);
  let properties = written.get(key);
  if (properties === undefined) {
    properties = propertiesXml(look);
    written.set(key, properties);
  }
  const [begin, end] = partsXml(instruction, properties);
  // As text: a paper may refer to a note, or list a heading, ten thousand times.
  return [asChild(new Written(`${begin}<w:r>${properties}${textXml(clean(result))}</w:r>${end}`))];
}

/** How the looks of fields are written. */
const written = new Map<string, string>();

/** What stands before and behind the result of a field. */
export function fieldParts(instruction: string): readonly [begin: ParagraphChild, end: ParagraphChild] {
  const [begin, end] = partsXml(instruction, '');
  return [asChild(new Written(begin)), asChild(new Written(end))];
}

function partsXml(instruction: string, properties: string): readonly [begin: string, end: string] {
  const mark = (type: string): string => `<w:r>${properties}<w:fldChar w:fldCharType="${type}"/></w:r>`;
  const code = `<w:r>${properties}<w:instrText xml:space="preserve">${escapeXml(instruction)}</w:instrText></w:r>`;
  return [mark('begin') + code + mark('separate'), mark('end')];
}
