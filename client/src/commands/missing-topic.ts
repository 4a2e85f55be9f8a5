import { type QuickPickOptions, ThemeIcon, version, window } from 'vscode';
import { asNotice } from '../ui/notice';
import { topicHeading } from '../views/coverage-labels';
import type { TopicNode } from '../views/coverage-rows';
import { asLabel } from '../word/issues';
import { holdTopic } from './hold-topic';
import { insertTopic } from './insert-topic';
import type { Command } from './support';

const WHAT_IT_IS = 'A paragraph to fill in, where it belongs in the paper';

/**
 * Offers what can be done about a topic that the draft does not mention.
 * Arguments: its row of the Coverage view, and what a passage must argue.
 */
export const missingTopic: Command = async (context, [row, argue]) => {
  const node = row as TopicNode;
  // The text may be from anybody's framework, and must not become a link or an icon.
  const about = typeof argue === 'string' ? asLabel(asNotice(argue)) : undefined;
  const { asked } = node.topic;
  const what = `${WHAT_IT_IS}${asked ? '' : ', which is then held to it'}.`;
  const isWhole = about !== undefined && hasPrompts();
  const insert = {
    label: 'Insert an Argument',
    iconPath: new ThemeIcon('add'),
    detail: isWhole ? what : (about ?? what),
    run: insertTopic,
  };
  const hold = {
    label: 'Hold This Paper to It',
    iconPath: new ThemeIcon('pin'),
    detail: 'Then it counts, and you are told as long as it is missing.',
    run: holdTopic,
  };
  const options: QuickPickOptions & { readonly prompt?: string } = {
    title: topicHeading(node.topic),
    placeHolder: 'Enter does it, Escape leaves the paper as it is.',
    ...(isWhole && { prompt: about }),
  };
  const picked = await window.showQuickPick(asked ? [insert] : [insert, hold], options);
  return picked?.run(context, [node]);
};

/** Whether a list can have a text of several lines above it (since VS Code 1.110); in a row, it would be cut off. */
function hasPrompts(): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 1 || minor >= 110;
}
