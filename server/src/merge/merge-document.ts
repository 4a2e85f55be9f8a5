import { likeness } from '../align';
import { ALIKE, SURELY_ALIKE } from '../align/draft-similarity';
import { readDocument, type WordDocument } from '../docx';
import { type Draft, parseDraft } from '../draft';
import { lossText, type PictureFile } from '../import';
import { resolveText, reviewMarks } from '../reviews';
import { comparable } from '../text/comparable';
import { type EmbeddedDraft, embeddedDraftsIn } from '../word/embedded-draft/read';
import { firstHeading } from '../word/properties';
import { changedTitle, detailSentence, withDetails } from './details';
import { mergeReview } from './index';

export interface MergeDocumentOptions {
  readonly changes: 'show' | 'accept' | 'reject';
  readonly comments: 'keep' | 'drop';
  /** Whether to accept a document that was made from another draft. */
  readonly force?: boolean;
  /** Address of the folder for pictures that reviewers added, relative to the draft: `report-images`. */
  readonly pictures: string;
  /** Exports the draft with itself embedded. Called for reviewed documents that embed no draft. */
  export(): Promise<Uint8Array>;
}

export interface MergedDraft {
  /** The draft with the review merged into it. */
  readonly text: string;
  readonly changes: number;
  readonly comments: number;
  /** Files for the folder of pictures, named after their content. */
  readonly pictures: readonly PictureFile[];
  /** Sentences for the user on what was not merged as expected. */
  readonly remark?: string;
}

/** Thrown for a document that is not a review of the draft. The message continues a sentence after its name. */
export class OtherDraftError extends Error {}

/**
 * Merges a reviewed document into its draft.
 *
 * @param bytes of the .docx
 * @param text of the draft as it is now
 * @throws DocxError if the document cannot be read, OtherDraftError if it was made from another draft
 */
export async function mergeDocument(
  bytes: Uint8Array,
  text: string,
  options: MergeDocumentOptions,
): Promise<MergedDraft> {
  const document = readDocument(bytes);
  const found = embeddedDraft(document, text);
  const embedded = found ?? embeddedDraft(readDocument(await options.export()), text);
  if (embedded === undefined) throw new Error('The draft could not be exported');
  const ours = parseDraft(text);
  const base = embedded.source === text ? ours : parseDraft(embedded.source);
  if (options.force !== true && base !== ours && isOther(base, ours))
    throw new OtherDraftError(
      'this was made of another draft. Name the draft that it was made of, or use --force',
    );
  const { changes, comments } = options;
  const merged = mergeReview(
    { base, ours, document, embedded, isCompared: found === undefined },
    { changes, comments: comments === 'keep', pictures: options.pictures },
  );
  const settled = changes === 'accept' ? resolveText(merged.text, 'accept', { comments }) : merged.text;
  const title = changes === 'reject' ? undefined : changedTitle(base, merged.text);
  const details = [
    ...merged.generatedTextChanges.flatMap((one) => one.details),
    ...(title === undefined ? [] : [title]),
  ];
  const written = changes === 'accept' ? withDetails(settled, details) : undefined;
  const remarks = [
    ...(found === undefined
      ? [
          'It does not carry the draft that it was made of: it was compared with the draft as it is now.',
          ...(reviewMarks(ours).changes.length > 0 ? ['Changes that are open in the draft stay open.'] : []),
        ]
      : []),
    // If comments are dropped, no comment in the draft mentions these changes.
    ...merged.generatedTextChanges.flatMap((one) =>
      one.details.length > 0 || (written === undefined && comments === 'keep') ? [] : [one.text],
    ),
    ...merged.losses.map(lossText),
    ...(written?.remarks ??
      details.map((detail) =>
        detail === title
          ? `${detailSentence(detail)}. The details at the top follow where you accept that.`
          : `${detailSentence(detail)}: change it in the details at the top where you accept that.`,
      )),
  ];
  return {
    text: written?.text ?? settled,
    changes: merged.changes,
    comments: merged.comments,
    pictures: merged.pictures,
    ...(remarks.length > 0 && { remark: remarks.join(' ') }),
  };
}

/** Whether `base` is not an earlier version of `ours`. */
function isOther(base: Draft, ours: Draft): boolean {
  const alike = likeness(base.text, ours.text);
  return alike < ALIKE || (alike < SURELY_ALIKE && titleOf(base) !== titleOf(ours));
}

const titleOf = (draft: Draft): string =>
  comparable(draft.frontMatter.data.title ?? firstHeading(draft) ?? '');

/**
 * The source of the draft that is embedded in a document; undefined if there is none.
 *
 * @throws DocxError if the document cannot be read
 */
export function embeddedSource(bytes: Uint8Array): string | undefined {
  return embeddedDraft(readDocument(bytes), '')?.source;
}

/** The draft embedded in a document; of several, from documents that were joined, the one most similar to `text`. */
function embeddedDraft(document: WordDocument, text: string): EmbeddedDraft | undefined {
  const found = embeddedDraftsIn(document);
  const alike = (one: EmbeddedDraft): number => (one.source === text ? 2 : likeness(one.source, text));
  return found.length < 2 ? found[0] : found.sort((a, b) => alike(b) - alike(a))[0];
}
