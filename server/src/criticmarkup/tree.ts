import type { Data, Literal, Parent, PhrasingContent } from 'mdast';
import type { CompileContext, Extension, Token } from 'mdast-util-from-markdown';

interface Marked<T extends string> extends Parent {
  type: T;
  children: PhrasingContent[];
  data?: Data;
}

/** What was added, between `{++` and `++}`, or between `~>` and `~~}`. */
interface CriticInsertion extends Marked<'criticInsertion'> {
  /** Whether it takes the place of the deletion right before it. */
  replaces?: boolean;
}

/** What was deleted, between `{--` and `--}`, or between `{~~` and `~>`. */
type CriticDeletion = Marked<'criticDeletion'>;

/** What the comments behind it are on, between `{==` and `==}`. */
type CriticHighlight = Marked<'criticHighlight'>;

/** A comment, or who changed what stands before it. */
interface CriticComment extends Literal {
  type: 'criticComment';
  /** What stands between `{>>` and `<<}`: see `readCommentText`. */
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

/** As `exit`, but for the description of a picture, which is a string: what is not read is no part of it. */
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

/** The nodes of what `criticMarkup` finds. */
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
