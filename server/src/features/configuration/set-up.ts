import { applyEdits, modify } from 'jsonc-parser';
import { CONFIGURATION_NAME } from '../../project';
import { firstConfiguration } from '../../project/template';
import type { SetUp, SetUpParams } from '../../protocol';
import { ABOUT_KEYS } from '../../snippets/about';
import { Refusal } from '../client/refusal';
import { objectIn } from './suppression';

/**
 * The text of a configuration that says who writes; its comments and layout stay.
 *
 * @throws Refusal where the configuration cannot be edited: it has mistakes of syntax, or is no object.
 */
export function setUp({ text, about }: SetUpParams): SetUp {
  if (text === undefined || text.trim() === '') return { text: firstConfiguration(about) };
  if (!objectIn(text))
    throw new Refusal(
      `The settings of this folder (${CONFIGURATION_NAME}) have mistakes, which VS Code marks. Mend them first.`,
    );
  const formattingOptions = { insertSpaces: true, tabSize: 2, eol: text.includes('\r\n') ? '\r\n' : '\n' };
  let changed = text;
  for (const key of ABOUT_KEYS)
    changed = applyEdits(
      changed,
      modify(changed, ['about', key], about[key] || undefined, { formattingOptions }),
    );
  return { text: changed };
}
