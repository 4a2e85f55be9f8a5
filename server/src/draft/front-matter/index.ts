import { afterLineEnd } from '../lines';
import type { FrontMatter, FrontMatterProblem } from '../types';
import type { FrontMatterExtent } from './extent';
import { readValues } from './values';

/** Front matter is a few lines; what is longer is read no further than its fences. */
const LONGEST = 20_000;
/** Reads the front matter that `extent` found in `text`. Never throws: whatever is wrong is a problem at its place. */
export function readFrontMatter(text: string, extent: FrontMatterExtent): FrontMatter {
  const problems: FrontMatterProblem[] = [];
  const nothing = { span: extent.span, data: {}, raw: {}, places: new Map(), problems };
  if (extent.unclosed !== undefined) {
    const { start, end, content } = extent.unclosed;
    const eol = text.slice(end, afterLineEnd(text, end));
    problems.push({
      span: { start, end },
      message:
        'The details that begin here have no end: add a line of three hyphens (---) after its last line.',
      fix: {
        title: 'End it after its last key',
        change: { span: { start: content.end, end: content.end }, text: `${eol}---` },
      },
    });
    if (content.end - content.start > LONGEST) return nothing;
    // A draft whose front matter is still being written is what that says.
    const { problems: mistakes, ...values } = readValues(
      text.slice(content.start, content.end),
      content.start,
    );
    return { span: undefined, ...values, problems: [...problems, ...mistakes] };
  }
  if (extent.content === undefined) return nothing;
  const { start, end } = extent.content;
  if (end - start > LONGEST) {
    const most = LONGEST.toLocaleString('en-GB');
    problems.push({
      span: extent.span!,
      message: `The details at the top are longer than ${most} characters and were not read.`,
    });
    return nothing;
  }
  return { span: extent.span, ...readValues(text.slice(start, end), start) };
}
