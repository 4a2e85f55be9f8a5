import type { Data, Literal, Parent, PhrasingContent } from 'mdast';
import type { CompileContext, Extension, Token } from 'mdast-util-from-markdown';

interface Marked<T extends string> extends Parent {
  type: T;
  children: PhrasingContent[];
  data?: Data;
}

/** Between `{++` and `++}`, or between `~>` and `~~}`. */
interface CriticInsertion extends Marked<'criticInsertion'> {
  /** Whether it replaces the deletion right before it. */
  replaces?: boolean;
}

/** Between `{--` and `--}`, or between `{~~` and `~>`. */
type CriticDeletion = Marked<'criticDeletion'>;

/** Words that the comments behind them are on, between `{==` and `==}`. */
type CriticHighlight = Marked<'criticHighlight'>;

/** A comment, or the author of the change before it. */
interface CriticComment extends Literal {
  type: 'criticComment';
  /** The text between `{>>` and `<<}`: see `readCommentText`. */
  value: string;
  data?: Data;
}

interface CriticNodes {
  criticInsertion: CriticInsertion;
  criticDeletion: CriticDeletion;
  criticHighlight: CriticHighlight;
  criticComment: CriticComment;
}

declare module 'mdast' {
  interface PhrasingContentMap extends CriticNodes {}
  interface RootContentMap extends CriticNodes {}
}

function enterParent(type: 'criticInsertion' | 'criticDeletion' | 'criticHighlight', replaces?: true) {
  return function (this: CompileContext, token: Token): undefined {
    this.enter({ type, children: [], ...(replaces && { replaces }) } as CriticInsertion, token);
  };
}

function exit(this: CompileContext, token: Token): undefined {
  this.exit(token);
}

/** Like `exit`, but empties the node in the description of a picture, whose text is joined to a string. */
function exitUnread(this: CompileContext, token: Token): undefined {
  const node = this.stack.at(-1) as CriticDeletion | CriticComment;
  if (this.stack.some(({ type }) => type === 'image')) {
    if (node.type === 'criticComment') node.value = '';
    else node.children = [];
  }
  this.exit(token);
}

function addText(this: CompileContext, token: Token): undefined {
  (this.stack.at(-1) as CriticComment).value += this.sliceSerialize(token);
}

/** Makes nodes of what `criticMarkup` finds. */
export const criticMarkupTree: Extension = {
  canContainEols: ['criticInsertion', 'criticDeletion', 'criticHighlight'],
  enter: {
    criticInsertion: enterParent('criticInsertion'),
    criticReplacement: enterParent('criticInsertion', true),
    criticDeletion: enterParent('criticDeletion'),
    criticHighlight: enterParent('criticHighlight'),
    criticComment(token) {
      this.enter({ type: 'criticComment', value: '' }, token);
    },
  },
  exit: {
    criticInsertion: exit,
    criticReplacement: exit,
    criticDeletion: exitUnread,
    criticHighlight: exit,
    criticComment: exitUnread,
    criticCommentData: addText,
    criticBreak: addText,
  },
};
