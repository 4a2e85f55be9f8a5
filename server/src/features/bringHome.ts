import { changeBetween, parseDraft } from '../draft';
import type { Files } from '../files';
import { nameOf } from '../project/paths';
import type { BroughtHome } from '../protocol';
import type { Client } from './client';
import { toWorkspaceEdit } from './convert';
import { type ApplyEdit, Refusal } from './insert';
import type { Judge } from './judge';

/** Brings reviews of exported documents home into drafts that the editor has open, as changes that can be undone. */
export class ReviewBringer {
  constructor(
    private readonly files: Files,
    private readonly judge: Judge,
    private readonly client: Client,
    private readonly workspaceFolder: (uri: string) => string | undefined,
    private readonly apply: ApplyEdit,
  ) {}

  /**
   * @param uri of the draft
   * @param document URI of the reviewed .docx
   * @throws Refusal where one cannot be read, or is no review of the other
   */
  async bring(uri: string, document: string, force: boolean): Promise<BroughtHome> {
    if (!this.client.appliesEdits)
      throw new Refusal('This editor does not take changes from a language server.');
    const judged = await this.judge.get(uri);
    if (!judged) throw new Refusal('The draft is not open.');
    const bytes = await this.files.read(document);
    if (!bytes) throw new Refusal(`There is no file ${nameOf(document)}.`);
    // Loaded at its first use, as Word is.
    const { bringHome, checkSum, DocxError, OtherDraft } = await import('../documents');
    const { draft } = judged.document;
    const folder = this.workspaceFolder(uri) ?? judged.project.folder;
    try {
      const home = await bringHome(bytes, draft.text, {
        changes: 'show',
        comments: 'keep',
        force,
        export: async () => {
          const { exportWord } = await import('../word');
          const options = { uri, files: this.files, carry: 'always' as const };
          const where = folder === undefined ? {} : { folder };
          return (await exportWord(parseDraft(draft.text), judged.project, { ...options, ...where })).bytes;
        },
      });
      const { changes, comments, remark } = home;
      const edit = toWorkspaceEdit(judged.document, [changeBetween(draft.text, home.text)], this.client);
      const applied = home.text === draft.text || (await this.apply('Bring review back', edit));
      return { applied, changes, comments, sum: checkSum(bytes), ...(remark !== undefined && { remark }) };
    } catch (error) {
      if (error instanceof OtherDraft)
        throw new Refusal(`${nameOf(document)} was made of another draft.`, { reason: 'otherDraft' });
      if (error instanceof DocxError)
        throw new Refusal(`${nameOf(document)} cannot be read: ${error.message}.`);
      throw error;
    }
  }
}
