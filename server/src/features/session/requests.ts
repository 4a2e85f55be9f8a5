import type {
  CodeAction,
  CodeActionParams,
  CompletionItem,
  CompletionParams,
  Hover,
  HoverParams,
} from 'vscode-languageserver';
import type { Catalogue, CatalogueParams, Skeleton, SkeletonParams } from '../../protocol';
import type { CodeActions } from '../code-actions/code-actions';
import { completionsAt } from '../completion/completion';
import { footnoteHoverAt } from '../completion/footnotes';
import { hoverAt } from '../coverage/hover';
import { catalogue, newDraft } from '../insert/catalogue';
import type { AnalysedDocument } from '../workspace/analyses';
import type { Services } from '../workspace/services';

/** Answers the requests of a client about a document or a folder. */
export class Requests {
  constructor(
    private readonly services: Pick<Services, 'client' | 'documents' | 'projects' | 'analyses'>,
    private readonly actions: CodeActions,
  ) {}

  /** Calls `say` with an open document; `otherwise` where it is not open. */
  async withDocument<T, O>(
    uri: string,
    say: (judged: AnalysedDocument) => T | Promise<T>,
    otherwise: O,
  ): Promise<T | O> {
    const judged = await this.services.analyses.get(uri);
    return judged ? say(judged) : otherwise;
  }

  /** The same, and notes that this is the document that the user works in. */
  #ofLatest<T, O>(
    uri: string,
    say: (judged: AnalysedDocument) => T | Promise<T>,
    otherwise: O,
  ): Promise<T | O> {
    this.services.documents.touch(uri);
    return this.withDocument(uri, say, otherwise);
  }

  hover({ textDocument: { uri }, position }: HoverParams): Promise<Hover | null> {
    const say = (judged: AnalysedDocument) =>
      footnoteHoverAt(judged, position) ?? hoverAt(judged, position, this.services.client) ?? null;
    return this.#ofLatest(uri, say, null);
  }

  codeActions(params: CodeActionParams): Promise<CodeAction[]> {
    const { uri } = params.textDocument;
    return this.#ofLatest(uri, (judged) => this.actions.actions(judged, params), []);
  }

  resolveCodeAction(action: CodeAction): Promise<CodeAction> {
    return this.actions.resolve(action);
  }

  completion({ textDocument: { uri }, position }: CompletionParams): Promise<CompletionItem[]> {
    return this.#ofLatest(uri, (judged) => completionsAt(judged, position, this.services.client), []);
  }

  async catalogue({ uri }: CatalogueParams): Promise<Catalogue> {
    const judged: AnalysedDocument | undefined =
      uri === undefined ? undefined : await this.services.analyses.get(uri);
    if (judged?.analysis) {
      return catalogue(judged.project, { draft: judged.document.draft, kind: judged.analysis.coverage.kind });
    }
    return catalogue(await this.services.projects.in(uri));
  }

  async skeleton({ folder, ...wanted }: SkeletonParams): Promise<Skeleton> {
    return newDraft(await this.services.projects.in(folder), wanted);
  }
}
