import { Document, type IPropertiesOptions, Packer, Paragraph } from 'docx';
import type { Draft } from '../draft/types';
import type { Files } from '../files';
import type { Project } from '../project/types';
import type { Context, Warning } from './context';
import { loadPictures } from './images';
import { run } from './inlines';
import { readLayout } from './layout';
import { Notes } from './notes';
import { Numbering } from './numbering';
import { deterministic } from './package';
import { appXml, coreXml, firstHeading, readProperties } from './properties';
import { sectionOptions, writeSections } from './sections';
import { readSource } from './source';
import { stylesXml } from './styles';
import { titleBlock } from './title-block';

export type { Warning } from './context';
export { writtenByUs } from './written';

export interface ExportOptions {
  /** The draft's own URI, from which pictures and the template are found. */
  readonly uri?: string;
  readonly files?: Files;
  /** URI of the folder outside of which no picture is read; else the configuration's folder, else the draft's. */
  readonly folder?: string;
}

export interface WordDocument {
  /** The .docx. */
  readonly bytes: Uint8Array;
  /** What it could not show, in the order of the text. */
  readonly warnings: readonly Warning[];
}

/**
 * Writes a draft as a Word document: the same bytes for the same draft, pictures and template.
 *
 * No draft makes it fail: what cannot be shown is named in the document and in a warning.
 */
export async function exportWord(
  draft: Draft,
  project: Project,
  options: ExportOptions = {},
): Promise<WordDocument> {
  const source = readSource(draft);
  const folder = options.folder ?? project.folder;
  const pictures = await loadPictures(source.pictures, { files: options.files, uri: options.uri, folder });
  const properties = readProperties(draft, project);
  const title = properties.title ?? firstHeading(draft);
  const block = titleBlock(draft, properties);
  const layout = readLayout(draft, block.afterFirstHeading);
  const context: Context = {
    source,
    layout,
    numbering: new Numbering(),
    notes: new Notes(),
    pictures,
    remarks: [],
    warnings: [],
    block: source.blocks[0] ?? { node: { type: 'thematicBreak' }, text: '', line: 0 },
    next: { pageBreak: false, spaceBefore: 0 },
    contents: false,
    count: 0,
  };
  const sections = writeSections(block, context);
  for (const [identifier, note] of source.notes) {
    if (context.notes.first(identifier) !== undefined) continue;
    const message = `Nothing refers to the footnote [^${note.node.label ?? identifier}]: it is left out`;
    context.warnings.push({ message, line: note.block.line + (note.node.position?.start.line ?? 1) - 1 });
  }
  const styles = stylesXml(properties.language);
  const document = new Document({
    ...(context.contents ? await pageCount(styles) : {}),
    sections: sections.map((section, at) => sectionOptions(section, title, properties, at === 0)),
    numbering: { config: context.numbering.config },
    ...(layout.notes === 'endnotes'
      ? { endnotes: context.notes.written }
      : { footnotes: context.notes.written }),
    ...(context.remarks.length === 0 ? {} : { comments: { children: context.remarks.map(comment) } }),
  });
  const packed = await Packer.pack(document, 'uint8array');
  const bytes = deterministic(packed, {
    'word/styles.xml': styles,
    'docProps/core.xml': coreXml(properties, title),
    'docProps/app.xml': appXml(properties),
  });
  const warnings = [...context.warnings].sort((a, b) => a.line - b.line);
  return { bytes, warnings };
}

/** What counts the pages for the table of contents. It is large, and few papers need it: it is loaded only then. */
async function pageCount(
  styles: string,
): Promise<Pick<IPropertiesOptions, 'pageNumbers' | 'externalStyles'>> {
  const { estimatePageNumbersWith } = await import('docx/layout');
  return { pageNumbers: estimatePageNumbersWith({ guess: true }), externalStyles: styles };
}

function comment(
  text: string,
  id: number,
): { id: number; author: string; initials: string; date: Date; children: Paragraph[] } {
  return {
    id,
    author: 'Library Advocacy',
    initials: 'LA',
    date: new Date(0),
    children: [new Paragraph({ children: [run(text)] })],
  };
}
