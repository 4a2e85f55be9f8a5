import { ThemeIcon, window } from 'vscode';
import type { TopicNode } from '../views/coverageTree';
import { topicHeading } from '../views/coverageWords';
import { holdTopic } from './holdTopic';
import { insertTopic } from './insertTopic';
import type { Command } from './support';

/**
 * Says what can be done about a topic on which the draft says nothing, and does it.
 * Arguments: its row of the Coverage view, and what a passage must argue.
 */
export const missingTopic: Command = async (context, [row, argue]) => {
  const node = row as TopicNode;
  const insert = {
    label: 'Insert an Argument',
    iconPath: new ThemeIcon('add'),
    detail: typeof argue === 'string' ? argue : 'A paragraph to fill in, where it belongs in the paper.',
    run: insertTopic,
  };
  const hold = {
    label: 'Hold This Paper to It',
    iconPath: new ThemeIcon('pin'),
    detail: 'Then it counts, and you are told as long as it is missing.',
    run: holdTopic,
  };
  const picked = await window.showQuickPick(node.topic.asked ? [insert] : [insert, hold], {
    title: topicHeading(node.topic),
    placeHolder: 'Enter does it, Escape leaves the paper as it is.',
  });
  return picked?.run(context, [node]);
};
