import { BuilderElement, type IRunPropertiesOptions, TextRun } from 'docx';
import { clean } from './text';

/** What our table of contents is called on its way into that of a template. */
export const OWN_CONTENTS = 'Contents of the draft';

/** A field with the result that it has now, so that Word asks nobody whether to update it. */
export function field(instruction: string, result: string, look: IRunPropertiesOptions = {}): TextRun[] {
  const [begin, end] = fieldParts(instruction, look);
  return [...begin, new TextRun({ ...look, text: clean(result) }), ...end];
}

/** What stands before and behind the result of a field. */
export function fieldParts(
  instruction: string,
  look: IRunPropertiesOptions = {},
): readonly [begin: TextRun[], end: TextRun[]] {
  const mark = (type: string): TextRun =>
    new TextRun({
      ...look,
      children: [
        new BuilderElement<{ type: string }>({
          name: 'w:fldChar',
          attributes: { type: { key: 'w:fldCharType', value: type } },
        }),
      ],
    });
  const code = new TextRun({ ...look, children: [new Instruction(instruction)] });
  return [[mark('begin'), code, mark('separate')], [mark('end')]];
}

class Instruction extends BuilderElement<{ space: string }> {
  constructor(instruction: string) {
    super({ name: 'w:instrText', attributes: { space: { key: 'xml:space', value: 'preserve' } } });
    this.root.push(instruction);
  }
}
