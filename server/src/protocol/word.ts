/** Arguments and results of the commands that write and read Word documents. */
import type { Range } from 'vscode-languageserver-types';

export interface ExportOptions {
  /** URI of a .docx or .dotx, or the name of a built-in template; overrides front matter, configuration and settings. */
  readonly template?: string;
  /** Overwrites a file that Library Advocacy did not write, or that somebody has changed since. */
  readonly force?: boolean;
  /**
   * Writes what changed since an earlier version as tracked changes: URI of a Markdown file or of a document that carries
   * it, or `commit:` with the name of a commit.
   */
  readonly since?: string;
  /** The check sum of a document that was brought home, which may be overwritten, as its changes are in the draft. */
  readonly broughtHome?: string;
  /** Overwrites a document that a word processor seems to have open, as its lock file may be left over. */
  readonly despiteOpen?: boolean;
  /** Writes nothing if there is something to report: see `ExportResult.written`. */
  readonly review?: boolean;
  /** URIs of documents that are exported together, by those of their drafts, so that links between them work. */
  readonly documents?: Readonly<Record<string, string>>;
  /** Writes nothing if nothing is filled in yet. */
  readonly unlessSkeleton?: boolean;
  /** The changes of a review: written as tracked changes with the comments (default), or settled without comments. */
  readonly changes?: 'track' | 'accept' | 'reject';
  /** Writes a document without the draft in it; nothing while a review is open: see `ExportResult.reviews`. */
  readonly final?: boolean;
}

export interface ExportResult {
  /** URI of the file that was written, or would have been. */
  readonly uri: string;
  /** False if `review` was asked for and there is something to report, or with `unlessSkeleton` for a skeleton. */
  readonly written: boolean;
  /** Whether nothing is filled in yet; only with `unlessSkeleton`. */
  readonly skeleton?: true;
  /** The places to fill in; lines count from 1. */
  readonly placeholders: readonly { readonly message: string; readonly line: number }[];
  /** What in the document is not for everybody: the draft that it carries, or comments of a review. */
  readonly carries: readonly ('draft' | 'comments')[];
  /** Whether the draft that it carries has HTML comments for people, which its pages do not show. */
  readonly remarks?: true;
  /** Open changes and comments of a review, where `final` or `review` was asked for; lines count from 1. */
  readonly reviews: readonly { readonly message: string; readonly line: number }[];
  /** Errors and warnings on a draft that are in none of the other lists; lines count from 1. */
  readonly findings: readonly { readonly message: string; readonly line: number; readonly rule: string }[];
  /** What the Word document could not show; lines count from 1. */
  readonly warnings: readonly {
    readonly message: string;
    readonly line: number;
    /** URI of the file that the line is in, if not the draft. */
    readonly uri?: string;
    /** Whether the template was not used, so that the whole document looks different. */
    readonly ofTemplate?: true;
  }[];
  /** Barriers for readers with disabilities, with the rule's id if there is one; lines count from 1. */
  readonly accessibility: readonly {
    readonly message: string;
    readonly line: number;
    readonly rule?: string;
  }[];
}

/** `data` of the ResponseError with code `RequestFailed` (-32803) if the existing file must not or cannot be overwritten. */
export interface ExportRefused {
  /**
   * `exists`: Library Advocacy did not write it. `changed`: it did, and somebody has saved it since. `force` overwrites
   * both. `open`: a word processor seems to have it open; `despiteOpen` overwrites it. `locked`: it is open elsewhere, or
   * there is no permission to write it.
   */
  readonly reason: 'exists' | 'changed' | 'open' | 'locked';
  readonly uri: string;
}

/** The result of bringing a review home. */
export interface MergeResult {
  /** Whether the editor made the changes. */
  readonly applied: boolean;
  readonly changes: number;
  readonly comments: number;
  /** The check sum of the document, for `ExportOptions.broughtHome`. */
  readonly sum: string;
  /** What the user should know, as a sentence. */
  readonly remark?: string;
}

/** A Word document as Markdown. */
export interface ImportedWord {
  readonly markdown: string;
  /** The kind that was found and put in its front matter, with an article: “a report”. */
  readonly called?: string;
  /** The files of its folder of pictures. */
  readonly pictures: readonly { readonly name: string; readonly base64: string }[];
  /** What Markdown cannot express, as sentences. */
  readonly losses: readonly string[];
}

/** How a Word document is related to the drafts of the workspace. */
export interface KnownWord {
  /** URI of the draft that it was exported from. */
  readonly draft?: string;
  /** Whether nobody has saved it since Library Advocacy wrote it. */
  readonly isAsExported: boolean;
}

/** The findings on a Word document. */
export interface CheckedWord {
  readonly findings: readonly {
    readonly severity: 'error' | 'warning' | 'information' | 'hint';
    readonly rule: string;
    readonly message: string;
    /** The heading above it; undefined before the first. */
    readonly heading?: string;
  }[];
  /** The same as an HTML page without scripts or external resources. */
  readonly page: string;
}

/** The MIME type of the data that Google Docs puts on the clipboard beside HTML. */
export const GOOGLE_DOCS = 'application/x-vnd.google-docs-document-slice-clip+wrapped';

/** HTML from the clipboard as Markdown. */
export interface PastedMarkdown {
  /** Replaces the range; with the blank lines that it needs there. */
  readonly text: string;
  /** The edit that puts its footnotes at the end of the draft. */
  readonly notes?: { readonly range: Range; readonly newText: string };
  /** What Markdown cannot express, as sentences. */
  readonly losses: readonly string[];
}
