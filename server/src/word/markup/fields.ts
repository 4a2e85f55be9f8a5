import { escapeXml } from '../xml-text';
import { type Look, propertiesXml, textXml } from './runs';

/** A field with the result that it has now, so that Word asks nobody whether to update it. */
export function field(instruction: string, result: string, look: Look = {}): string {
  const properties = propertiesXml(look);
  const [begin, end] = fieldParts(instruction, properties);
  return `${begin}<w:r>${properties}${textXml(result)}</w:r>${end}`;
}

/** The runs before and after the result of a field. */
export function fieldParts(instruction: string, properties = ''): readonly [begin: string, end: string] {
  const mark = (type: string): string => `<w:r>${properties}<w:fldChar w:fldCharType="${type}"/></w:r>`;
  const code = `<w:r>${properties}<w:instrText xml:space="preserve">${escapeXml(instruction)}</w:instrText></w:r>`;
  return [mark('begin') + code + mark('separate'), mark('end')];
}
