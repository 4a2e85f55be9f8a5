import { changeBetween, parseDraft } from '../../draft';
import { MARKDOWN_ENDING } from '../../files/endings';
import { folderOf, join, leadsOut, nameOf } from '../../project/paths';
import type { MergeResult } from '../../protocol';
import { unfilledWords } from '../../rules/unfilled-words';
import { reasonOf } from '../../text/error-message';
import type { ApplyEdit } from '../client/client';
import { Refusal } from '../client/refusal';
import { fromWord } from '../word/word-file';
import { toWorkspaceEdit } from '../workspace/convert';
import type { Services } from '../workspace/services';

/** Brings reviews of exported documents home into drafts that the editor has open, as changes that can be undone. */
export class ReviewMerger {
  constructor(
    private readonly services: Services,
    private readonly apply: ApplyEdit,
  ) {}

  /**
   * @param uri of the draft
   * @param document URI of the reviewed .docx
   * @throws Refusal where one cannot be read, or is no review of the other
   */
  async bring(uri: string, document: string, force: boolean): Promise<MergeResult> {
    if (!this.services.client.appliesEdits)
      throw new Refusal('This editor does not take changes from a language server.');
    const judged = await this.services.analyses.get(uri);
    if (!judged) throw new Refusal('The draft is not open.');
    const { draft } = judged.document;
    const name = `${nameOf(uri).replace(MARKDOWN_ENDING, '')}-images`;
    const folder = this.services.folders.around(uri) ?? judged.project.folder;
    const load = () => import('../../word-bundle');
    return fromWord(
      this.services.files,
      document,
      load,
      async (bytes, { mergeDocument, checkSum, OtherDraftError }) => {
        const home = await mergeDocument(bytes, draft.text, {
          changes: 'show',
          comments: 'keep',
          force,
          pictures: encodeURIComponent(name),
          export: async () => {
            const { exportWord } = await import('../../word');
            const always = { unfilled: unfilledWords, carry: 'always' as const };
            const options = { uri, files: this.services.files, ...always };
            const where = folder === undefined ? {} : { folder };
            return (await exportWord(parseDraft(draft.text), judged.project, { ...options, ...where })).bytes;
          },
        }).catch((error: unknown) => {
          if (!(error instanceof OtherDraftError)) throw error;
          throw new Refusal(`${nameOf(document)} was made of another draft.`, { reason: 'otherDraft' });
        });
        const { changes, comments, remark } = home;
        for (const picture of home.pictures) {
          const to = join(folderOf(uri), `${name}/${picture.name}`);
          await this.#write(to, picture.bytes, folder ?? folderOf(uri));
        }
        const edits = [changeBetween(draft.text, home.text)];
        const edit = toWorkspaceEdit(judged.document, edits, this.services.client);
        const applied = home.text === draft.text || (await this.apply('Bring review back', edit));
        return { applied, changes, comments, sum: checkSum(bytes), ...(remark !== undefined && { remark }) };
      },
    );
  }

  async #write(uri: string, bytes: Uint8Array, folder: string): Promise<void> {
    // It is named for what it shows: it was brought home before.
    if ((await this.services.files.stat(uri)) !== undefined) return;
    if (await leadsOut(this.services.files, folder, uri))
      throw new Refusal(`${nameOf(uri)} would lie outside of the folder of the draft.`);
    try {
      await this.services.files.write(uri, bytes, [folder]);
    } catch (error) {
      throw new Refusal(`${nameOf(uri)} cannot be written: ${reasonOf(error)}`);
    }
  }
}
