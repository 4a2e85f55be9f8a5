import { type Analysis, analyse } from '../../analysis';
import { type Draft, parseDraft } from '../../draft';
import { isDraft, type Project } from '../../project';
import { coverageReport } from '../../report';
import type { Pictures } from '../../rules/types';
import type { Month } from '../../text/dates';
import type { Documents, OpenDocument } from './documents';
import type { PictureFiles } from './pictures';
import type { Projects } from './projects';
import type { Settings, SettingsStore } from './settings';

/** An open document and what it is judged against. */
export interface AnalysedDocument {
  readonly document: OpenDocument;
  readonly project: Project;
  readonly settings: Settings;
  /** `PictureFiles.version` when this was made. */
  readonly pictures: number;
  /** The month in which it is judged: sources grow old while a draft is open. */
  readonly now: Month;
  /** Whether the document is a draft. Nothing is reported in other Markdown. */
  readonly isDraft: boolean;
  /** Computed when first read, and cached with the draft. Undefined where that failed, which has been logged. */
  readonly analysis: Analysis | undefined;
}

/** What an analysis depends on beside the draft. */
type Basis = Pick<AnalysedDocument, 'pictures' | 'now' | 'project' | 'settings'>;

interface Kept extends Basis {
  readonly analysis: Analysis | undefined;
}

/** Whether two analyses of the same version of a draft are the same. */
export function isSameBasis(one: Basis, other: Basis): boolean {
  return (
    one.project === other.project &&
    one.settings === other.settings &&
    one.pictures === other.pictures &&
    one.now === other.now
  );
}

/** Where `Analyses` gets documents, and what they are judged by. */
interface Sources {
  readonly documents: Documents;
  readonly projects: Projects;
  readonly settings: SettingsStore;
  readonly pictures: PictureFiles;
  /** The scope URI of a document's settings: its workspace folder. */
  scopeOf(uri: string): string | undefined;
  /**
   * `checkAll`: whether every Markdown document counts as a draft. `paranoid`: whether to verify incremental checks.
   */
  readonly options: { readonly checkAll: boolean; readonly paranoid: boolean };
  /** The month in which drafts are judged. */
  month(): Month;
  /** Called when the analysis of a document throws. The server goes on. */
  failed(uri: string, error: unknown): void;
}

/** Joins documents with their projects and settings, and caches one analysis for each version of a document. */
export class Analyses {
  readonly #kept = new WeakMap<Draft, Kept>();

  constructor(private readonly from: Sources) {}

  /**
   * The current version of a document, without waiting. Undefined where it is not open, or its project or settings are
   * not loaded.
   */
  peek(uri: string): AnalysedDocument | undefined {
    const document = this.from.documents.get(uri);
    const project = document && this.from.projects.peek(uri);
    const settings = project && this.from.settings.peek(this.from.scopeOf(uri));
    return settings && this.#judged(document, project, settings);
  }

  /**
   * The current version of a document once its project and settings are loaded. Undefined where it is not open by then.
   */
  async get(uri: string): Promise<AnalysedDocument | undefined> {
    while (this.from.documents.get(uri)) {
      await Promise.all([this.from.projects.get(uri), this.from.settings.get(this.from.scopeOf(uri))]);
      const judged = this.peek(uri);
      if (judged) return judged;
    }
    return undefined;
  }

  /** Whether the analysis of a document is in the cache. */
  isComputed(judged: AnalysedDocument): boolean {
    const kept = this.#kept.get(judged.document.draft);
    return kept !== undefined && isSameBasis(kept, judged);
  }

  /** Which Markdown is judged. The start option `--check-all` overrides the settings. */
  mode({ check }: Settings): Settings['check'] {
    return this.from.options.checkAll && check === 'drafts' ? 'all' : check;
  }

  #judged(document: OpenDocument, project: Project, settings: Settings): AnalysedDocument {
    const { version: pictures } = this.from.pictures;
    const basis: Basis = { project, settings, pictures, now: this.from.month() };
    const analysis = () => this.#analysis(document, basis);
    return {
      document,
      ...basis,
      isDraft: isDraft(document.draft, document.uri, project, this.mode(settings)),
      get analysis() {
        return analysis();
      },
    };
  }

  #analysis({ uri, draft }: OpenDocument, basis: Basis): Analysis | undefined {
    let kept = this.#kept.get(draft);
    if (kept === undefined || !isSameBasis(kept, basis)) {
      let analysis: Analysis | undefined;
      try {
        const { project, settings, now } = basis;
        const pictures = this.from.pictures.of(uri);
        analysis = analyse(draft, project, { settings: settings.rules, pictures, now });
        if (this.from.options.paranoid) compareWithWhole(draft, basis, pictures, analysis);
      } catch (error) {
        this.from.failed(uri, error);
      }
      kept = { ...basis, analysis };
      this.#kept.set(draft, kept);
    }
    return kept.analysis;
  }
}

/**
 * Compares the analysis of a draft that was edited incrementally with that of its text read anew.
 *
 * @throws Error where they differ
 */
function compareWithWhole(
  draft: Draft,
  { project, settings, now }: Basis,
  pictures: Pictures,
  analysis: Analysis,
): void {
  const whole = parseDraft(draft.text);
  // Caches are keyed by the project object, so a copy of it has none.
  const fresh = analyse(
    whole,
    { ...project },
    {
      settings: settings.rules,
      pictures,
      now,
    },
  );
  const shown = (of: Draft, { coverage, findings }: Analysis): string =>
    JSON.stringify([coverageReport(of, coverage, ''), findings]);
  if (shown(draft, analysis) !== shown(whole, fresh)) {
    throw new Error(
      `The check of an edited draft differs from that of its text: ${JSON.stringify(draft.text)}`,
    );
  }
}
