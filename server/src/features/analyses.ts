import { type Analysis, analyse } from '../analysis';
import { type Draft, parseDraft } from '../draft';
import { isDraft } from '../project';
import type { Project } from '../project/types';
import { coverageReport } from '../report';
import type { Pictures } from '../rules/types';
import type { Documents, OpenDocument } from './documents';
import type { PictureFiles } from './pictures';
import type { Projects } from './projects';
import type { Settings, SettingsStore } from './settings';

/** An open document and what it is judged against. */
export interface AnalysedDocument {
  readonly document: OpenDocument;
  readonly project: Project;
  readonly settings: Settings;
  /** Of what is known of pictures. */
  readonly pictures: number;
  /** Whether it is a draft: nothing is reported in other Markdown. */
  readonly isDraft: boolean;
  /** Computed at first use and kept with the draft; undefined where it failed, which has been logged. */
  readonly analysis: Analysis | undefined;
}

interface Kept {
  /** Of what was known of pictures. */
  readonly pictures: number;
  readonly project: Project;
  readonly settings: Settings;
  readonly analysis: Analysis | undefined;
}

/** Where it has from what a document is judged by. */
interface Sources {
  readonly documents: Documents;
  readonly projects: Projects;
  readonly settings: SettingsStore;
  readonly pictures: PictureFiles;
  /** The scope of a document's settings. */
  scopeOf(uri: string): string | undefined;
  /** Whether every Markdown document counts as a draft, and whether to check the checks. */
  readonly options: { readonly checkAll: boolean; readonly paranoid: boolean };
  /** Called when the judgement of a document fails: the server lives on. */
  failed(uri: string, error: unknown): void;
}

/** Brings documents, projects and settings together. Every feature asks it, so that a version is judged once. */
export class Analyses {
  readonly #kept = new WeakMap<Draft, Kept>();

  constructor(private readonly from: Sources) {}

  /** A document as it is now, where its project and settings are at hand; undefined also where it is not open. */
  peek(uri: string): AnalysedDocument | undefined {
    const document = this.from.documents.get(uri);
    const project = document && this.from.projects.peek(uri);
    const settings = project && this.from.settings.peek(this.from.scopeOf(uri));
    return settings && this.#judged(document, project, settings);
  }

  /**
   * A document as it is when its project and settings are loaded, and have not been forgotten meanwhile; undefined
   * where it is not open then.
   */
  async get(uri: string): Promise<AnalysedDocument | undefined> {
    while (this.from.documents.get(uri)) {
      await Promise.all([this.from.projects.get(uri), this.from.settings.get(this.from.scopeOf(uri))]);
      const judged = this.peek(uri);
      if (judged) return judged;
    }
    return undefined;
  }

  /** Whether the verdict on a document has been computed. */
  isComputed({ document, project, settings }: AnalysedDocument): boolean {
    const kept = this.#kept.get(document.draft);
    return (
      kept?.project === project && kept.settings === settings && kept.pictures === this.from.pictures.version
    );
  }

  /** Which Markdown is judged, open or not: the settings may be overruled by how the server was started. */
  mode({ check }: Settings): Settings['check'] {
    return this.from.options.checkAll && check === 'drafts' ? 'all' : check;
  }

  #judged(document: OpenDocument, project: Project, settings: Settings): AnalysedDocument {
    const analysis = () => this.#analysis(document, project, settings);
    return {
      document,
      project,
      settings,
      pictures: this.from.pictures.version,
      isDraft: isDraft(document.draft, document.uri, project, this.mode(settings)),
      get analysis() {
        return analysis();
      },
    };
  }

  #analysis({ uri, draft }: OpenDocument, project: Project, settings: Settings): Analysis | undefined {
    let kept = this.#kept.get(draft);
    const { version } = this.from.pictures;
    if (kept?.project !== project || kept.settings !== settings || kept.pictures !== version) {
      let analysis: Analysis | undefined;
      try {
        const pictures = this.from.pictures.of(uri);
        analysis = analyse(draft, project, { settings: settings.rules, pictures });
        if (this.from.options.paranoid) compareWithWhole(draft, project, settings, pictures, analysis);
      } catch (error) {
        this.from.failed(uri, error);
      }
      kept = { project, settings, pictures: version, analysis };
      this.#kept.set(draft, kept);
    }
    return kept.analysis;
  }
}

/** Throws where a draft that was edited step by step is judged otherwise than its text is. */
function compareWithWhole(
  draft: Draft,
  project: Project,
  settings: Settings,
  pictures: Pictures,
  analysis: Analysis,
): void {
  const whole = parseDraft(draft.text);
  // Another project object has no memory of the blocks.
  const fresh = analyse(whole, { ...project }, { settings: settings.rules, pictures });
  const shown = (of: Draft, { coverage, findings }: Analysis): string =>
    JSON.stringify([coverageReport(of, coverage, ''), findings]);
  if (shown(draft, analysis) !== shown(whole, fresh)) {
    throw new Error(
      `The check of an edited draft differs from that of its text: ${JSON.stringify(draft.text)}`,
    );
  }
}
