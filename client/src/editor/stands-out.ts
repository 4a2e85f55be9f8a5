import { type DecorationRenderOptions, ThemeColor } from 'vscode';

/**
 * How words stand out: by a background, and by a frame in themes of high contrast, which have no backgrounds; in others the
 * frame cannot be seen.
 *
 * @param colours the beginning of the names of both colours
 */
export function standsOut(
  colours:
    | 'diffEditor.insertedText'
    | 'diffEditor.removedText'
    | 'editor.findMatchHighlight'
    | 'editor.rangeHighlight',
): DecorationRenderOptions {
  return {
    backgroundColor: new ThemeColor(`${colours}Background`),
    borderColor: new ThemeColor(`${colours}Border`),
    borderStyle: 'solid',
    borderWidth: '1px',
  };
}
