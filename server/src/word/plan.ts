/** Plans a document: everything that is decided before any of it is written. */
import type { Heading } from 'mdast';
import type { Draft } from '../draft/types';
import type { Project } from '../project/types';
import { isNoDate } from '../text/dates';
import type { ChangesSince } from './changes-since';
import { OUR_LOOK } from './document-look';
import { markNames } from './embedded-draft/write';
import type { ExportOptions } from './export-options';
import { readLayout } from './layout';
import { letterOf } from './letter';
import { Numbering } from './lists/numbering';
import { documentBeside } from './local-links';
import { Notes } from './markup/notes';
import { Relations } from './package/relations';
import type { EarlierHeaderFooterText } from './page';
import type { LoadedPicture } from './pictures/load';
import { Media } from './pictures/media';
import { wordsIn } from './printed-strings';
import { lineOfKey, type Properties, readProperties, titleOf } from './properties';
import { readSource, type Source } from './source';
import type { ReadyTemplate } from './template';
import { blocks } from './writing/blocks';
import { CONTENTS_LEVELS, contentsBookmarks } from './writing/contents';
import type { Context, Warning } from './writing/context';
import { headingsWritten, placesContents } from './writing/directives';
import { closingHeadings, headingsOfAppendices, ownNumbers } from './writing/headings';
import { NO_TITLE, type TitleBlock, titleBlock, titlesSince } from './writing/title-block';

export interface DocumentPlan {
  readonly context: Context;
  readonly properties: Properties;
  readonly title: string | undefined;
  /** What headers and footers said in the earlier version, where changes since then are shown. */
  readonly before?: EarlierHeaderFooterText;
  /** The title block; also that of the other version, where it stands elsewhere. */
  readonly titleBlocks: readonly TitleBlock[];
}

interface Material {
  readonly source: Source;
  readonly pictures: ReadonlyMap<string, LoadedPicture>;
  readonly ready: ReadyTemplate | undefined;
  readonly warnings: Warning[];
  /** The draft as it was written, which the document may carry. */
  readonly own: Draft;
}

export function planDocument(
  draft: Draft,
  project: Project,
  { source, pictures, ready, warnings, own }: Material,
  options: ExportOptions,
): DocumentPlan {
  const properties = readProperties(draft, project);
  const title = titleOf(draft, properties, project);
  const { since } = options;
  const old = since && readProperties(since.before, project);
  const wasLetter =
    old !== undefined && letterOf(readSource(since!.before), old, project, ready?.printed) !== undefined;
  const letter = letterOf(
    source,
    properties,
    project,
    ready?.printed,
    wasLetter ? { properties: old, by: since!.by } : undefined,
  );
  const unfilled = options.unfilled(draft, project, options.rules);
  const template = ready?.headings ?? { numbers: false, quotes: false };
  const leads = template.numbers || template.quotes;
  const blockOf = (version: Draft): TitleBlock => {
    const own = readProperties(version, project);
    const kind = own.kindId === undefined ? undefined : project.framework.kind(own.kindId);
    return titleBlock(version, own, kind, ready?.printed, leads);
  };
  const titleBlocks =
    since === undefined
      ? [letter === undefined ? blockOf(draft) : NO_TITLE]
      : titlesSince(
          since,
          wasLetter ? NO_TITLE : blockOf(since.before),
          letter === undefined ? blockOf(since.now) : undefined,
        );
  const titleHeading = letter?.heading ?? titleBlocks[0]!.heading;
  const titleNode = titleHeading === undefined ? undefined : source.blocks[titleHeading]?.node;
  const layout = readLayout(
    since?.now ?? draft,
    properties.kindId,
    project.configuration.word,
    titleNode?.type === 'heading',
    template,
  );
  const ownContents = ready?.slot.contents;
  const words = wordsIn(properties.language);
  const templateNumbers = ready?.roles.headingNumbers ?? new Map();
  const headingNumbers =
    layout.numbering !== 'none'
      ? ownNumbers(layout.sectionDepth - layout.raised)
      : layout.byHand
        ? new Map()
        : templateNumbers;
  const sourcesHeading: Heading = {
    type: 'heading',
    depth: layout.sectionDepth as Heading['depth'],
    children: [{ type: 'text', value: words.sources }],
  };
  const headings = headingsWritten(source, titleHeading, layout, sourcesHeading);
  const look = ready?.look ?? OUR_LOOK;
  const noteKind = layout.notes === 'endnotes' ? 'endnote' : 'footnote';
  const context: Context = {
    ...look,
    source,
    writeBlocks: blocks,
    sourcesHeading,
    layout,
    words,
    unfilled,
    ...(since && {
      since,
      codeBefore: new Map(
        [...since.blocks].flatMap(([at, change]) =>
          typeof change === 'string' ? [] : [[source.blocks[at]!.node, change.was] as const],
        ),
      ),
    }),
    ...(letter === undefined ? {} : { letter }),
    title: leads && titleNode?.type === 'heading' ? titleNode : undefined,
    headingNumbers,
    numberedLevels: new Set([...templateNumbers.keys(), ...headingNumbers.keys()]),
    appended: new Set([
      ...headingsOfAppendices(headings, layout, sourcesHeading),
      // A template that numbers headings is its council's to decide.
      ...(layout.numbering === 'none' ? [] : closingHeadings(headings, layout, sourcesHeading)),
    ]),
    numbering: new Numbering(),
    notes: new Notes(noteKind, look.noteCount(noteKind)),
    pictures,
    media: new Media(),
    remarks: [],
    onNote: [],
    warnings,
    unread: [],
    noted: new Set(),
    documentBeside: (target) => documentBeside(target, options.uri, options.together),
    block: source.blocks[0] ?? { node: { type: 'thematicBreak' }, text: '', line: 0 },
    change: '',
    next: { pageBreak: false, spaceBefore: 0 },
    ...(options.carry === 'always' || (options.carry === true && layout.source)
      ? { markOf: markNames(own) }
      : {}),
    ...(ownContents && { contentsField: ownContents }),
    contents:
      layout.contents || ownContents !== undefined || placesContents(source.blocks)
        ? contentsBookmarks(
            headings,
            { top: layout.sectionDepth, levels: ownContents?.levels ?? CONTENTS_LEVELS },
            source.headingBookmarks,
            (entries) =>
              warnings.push({
                message: `The table of contents has the first ${entries} headings, and no more`,
                line: 0,
              }),
          )
        : new Map(),
    // Ids in a template are lower.
    counts:
      ready === undefined ? { bookmarks: 0, pictures: 0 } : { bookmarks: 1_000_000, pictures: 1_000_000 },
    relations: { text: new Relations(), notes: new Relations() },
  };
  const { date } = draft.frontMatter.data;
  if (date !== undefined && isNoDate(date)) {
    const message = `“${date.trim()}” is no day of the calendar: it is printed as it stands`;
    warnings.push({ message, line: lineOfKey(draft, 'date') });
  }
  return {
    context,
    properties,
    title,
    titleBlocks,
    ...(since && { before: earlierHeadersAndFooters(since, project) }),
  };
}

function earlierHeadersAndFooters({ before, by }: ChangesSince, project: Project): EarlierHeaderFooterText {
  const properties = readProperties(before, project);
  const { organisation, status } = properties;
  return { title: titleOf(before, properties, project), organisation, status, by };
}
