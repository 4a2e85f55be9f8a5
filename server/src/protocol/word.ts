/** What the commands that write and read Word documents take and answer. */
import type { Range } from 'vscode-languageserver-types';

export interface ExportOptions {
  /**
   * URI of a .docx or .dotx, or the name of a template that comes with the product; wins over front matter,
   * configuration and settings.
   */
  readonly template?: string;
  /** Overwrites a file that Library Advocacy did not write, or that somebody has changed since. */
  readonly force?: boolean;
  /**
   * URI of an earlier version, in Markdown or as a document that carries it, or `commit:` with the name of a commit:
   * what changed since then is written as tracked changes.
   */
  readonly since?: string;
  /** The check sum of a document that was brought home: that one is overwritten, as nothing in it is lost. */
  readonly broughtHome?: string;
  /** Writes over a document that a word processor seems to have open: the sign of that may be left over. */
  readonly despiteOpen?: boolean;
  /** Writes nothing where there is something to say of the document: see `ExportResult.written`. */
  readonly review?: boolean;
  /** URIs of documents that are exported together, by those of their drafts: links between them lead on. */
  readonly documents?: Readonly<Record<string, string>>;
  /** Writes nothing where nobody has filled anything in yet. */
  readonly unlessSkeleton?: boolean;
  /** What becomes of the changes of a review: shown in Word with the comments (by default), or settled without those. */
  readonly changes?: 'track' | 'accept' | 'reject';
  /** Writes a document to send out: without the draft in it, and nothing while a review is open: see `ExportResult.reviews`. */
  readonly final?: boolean;
}

export interface ExportResult {
  /** Of the file that was written, or would have been. */
  readonly uri: string;
  /** False where the export was to be reviewed first, and there is something to review, or nothing is filled in yet. */
  readonly written: boolean;
  /** Whether nobody has filled anything in yet, where that was asked. */
  readonly skeleton?: true;
  /** What is still to be filled in; lines count from 1. */
  readonly placeholders: readonly { readonly message: string; readonly line: number }[];
  /** What the document holds that is not for everybody: the draft that it was made of, comments of a review. */
  readonly carries: readonly ('draft' | 'comments')[];
  /** Whether the draft that it carries has comments (`<!-- … -->`) that say something to people, as no page shows them. */
  readonly remarks?: true;
  /** Open changes and comments of a review, where `final` or `review` was asked for; lines count from 1. */
  readonly reviews: readonly { readonly message: string; readonly line: number }[];
  /** Errors and warnings on a draft that are in none of the other lists; lines count from 1. */
  readonly findings: readonly { readonly message: string; readonly line: number; readonly rule: string }[];
  /** What the Word document could not show; lines count from 1. */
  readonly warnings: readonly {
    readonly message: string;
    readonly line: number;
    /** Of the file that the line is in, where that is not the draft. */
    readonly uri?: string;
    /** Whether it says that the template was not used: the whole document looks otherwise then. */
    readonly ofTemplate?: true;
  }[];
  /** What keeps people from reading it, with the rule's id where there is one; lines count from 1. */
  readonly accessibility: readonly {
    readonly message: string;
    readonly line: number;
    readonly rule?: string;
  }[];
}

/** `data` of the ResponseError with code `RequestFailed` (-32803) when the file that is there is in the way. */
export interface ExportRefused {
  /**
   * `exists`: it is not ours; `changed`: it is, and somebody has changed or saved it since; `force` overwrites both. `open`: a word processor seems to have it open; `despiteOpen`
   * overwrites it. `locked`: it cannot be written, because it is open somewhere or for want of rights.
   */
  readonly reason: 'exists' | 'changed' | 'open' | 'locked';
  readonly uri: string;
}

/** What came of a review that was brought home. */
export interface BroughtHome {
  /** Whether the editor made the changes. */
  readonly applied: boolean;
  readonly changes: number;
  readonly comments: number;
  /** Of the document, for `ExportOptions.broughtHome`. */
  readonly sum: string;
  /** What a person should know of it, as a sentence. */
  readonly remark?: string;
}

/** A Word document as Markdown. */
export interface ImportedWord {
  readonly markdown: string;
  /** The kind that its front matter says, for it is clear: “a report”. */
  readonly called?: string;
  /** For the folder of pictures beside it, in base64. */
  readonly pictures: readonly { readonly name: string; readonly base64: string }[];
  /** What Markdown cannot hold, as sentences. */
  readonly losses: readonly string[];
}

/** What a Word document has to do with the drafts here. */
export interface KnownWord {
  /** Of the workspace: that which it was made of, where it carries it. */
  readonly draft?: string;
  /** Whether nobody has changed or saved it since Library Advocacy wrote it. */
  readonly isAsExported: boolean;
}

/** The findings on a Word document. */
export interface CheckedWord {
  readonly findings: readonly {
    readonly severity: 'error' | 'warning' | 'information' | 'hint';
    readonly rule: string;
    readonly message: string;
    /** The heading above it; none before the first. */
    readonly heading?: string;
  }[];
  /** The same as a page in HTML that runs nothing and fetches nothing. */
  readonly page: string;
}

/** The type of the data that Google Docs puts on the clipboard beside HTML. */
export const GOOGLE_DOCS = 'application/x-vnd.google-docs-document-slice-clip+wrapped';

/** HTML from the clipboard as Markdown. */
export interface PastedMarkdown {
  /** What takes the place of the range, with the blank lines that it needs there. */
  readonly text: string;
  /** The change that puts its footnotes at the end of the draft. */
  readonly notes?: { readonly range: Range; readonly newText: string };
  /** What Markdown cannot hold, as sentences. */
  readonly losses: readonly string[];
}
