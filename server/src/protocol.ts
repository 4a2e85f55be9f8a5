/**
 * What the server and a client say to each other beyond the Language Server Protocol: names and types that both
 * sides import. Plain data only: this file imports nothing that runs, so that a client can bundle it for nothing.
 *
 * Every request fails with a ResponseError whose message can be shown to the user as it is.
 */
import type { Range } from 'vscode-languageserver-types';
import type { About } from './about';
import type { State, Why } from './coverage/types';

export type { Commit } from './history';

/** `initialize.initializationOptions`, all optional. Another editor that speaks LSP needs none of them. */
export interface InitializationOptions {
  /** The client answers the requests in `fileRequests`: for files that are not on the server's disk. */
  readonly editorFiles?: boolean;
  /** The client opens the list of completions itself where it helps, and wants no trigger characters. */
  readonly asksForCompletion?: boolean;
  /** The client has the command `clientCommands.select`. */
  readonly selects?: boolean;
  /** The client has the command `clientCommands.save`. */
  readonly saves?: boolean;
  /** The client has the command `clientCommands.insertEvidence`. */
  readonly picksEvidence?: boolean;
  /** The client has the command `clientCommands.more`. */
  readonly asksForMore?: boolean;
  /** The client has commands of its own for what `userCommands` do, by the same names. */
  readonly ownCommands?: boolean;
  /** Settings (the object under `advocacy`), for clients that cannot answer `workspace/configuration`. */
  readonly settings?: Record<string, unknown>;
}

/**
 * Client → a server in a worker: `HoldParams` → whether it could. It takes the browser's lock of that name and never
 * gives it back: whoever waits for the lock learns that the worker is dead, of which the browser tells nobody.
 */
export const holdRequest = 'advocacy/hold';

export interface HoldParams {
  readonly lock: string;
}

// --- Files of the editor: requests from the server to the client ------------------------------------------------

/** Server → client, with `workspace.fs` behind them. A missing file is `null`, not an error; other failures are errors. */
export const fileRequests = {
  /** `UriParams` → `FileContent | null` */
  read: 'advocacy/fs/read',
  /** `UriParams` → `FileStat | null`; symbolic links are followed */
  stat: 'advocacy/fs/stat',
  /** `UriParams` → `FolderEntry[]`; empty where there is no such folder */
  list: 'advocacy/fs/list',
  /** `WriteParams` → `null`; the file is written whole, its folders made where missing */
  write: 'advocacy/fs/write',
} as const;

export interface UriParams {
  readonly uri: string;
}

export interface FileContent {
  /** The file's bytes in base64, with padding. */
  readonly base64: string;
}

export interface FileStat {
  readonly type: 'file' | 'folder';
  /** In bytes. */
  readonly size: number;
}

export interface FolderEntry {
  readonly name: string;
  readonly type: 'file' | 'folder';
}

export interface WriteParams extends UriParams, FileContent {}

/** Client → server: `{}` → `null`, at once. A server that does not answer is busy for longer than it may be. */
export const aliveRequest = 'advocacy/alive';

// --- Coverage ---------------------------------------------------------------------------------------------------

/** Client → server: `TextDocumentParams` → `CoverageResult | null` (null: the document is not open as Markdown). */
export const coverageRequest = 'advocacy/coverage';

/** Server → client: `CoverageChangedParams`. The coverage of an open document was computed anew: ask for it where it is shown. */
export const coverageChanged = 'advocacy/coverageChanged';

export interface TextDocumentParams {
  readonly textDocument: { readonly uri: string };
}

export interface CoverageChangedParams {
  readonly uri: string;
  readonly version: number;
}

/** Lines and columns count from 1, columns in UTF-16 code units, ends exclusive (as `coverage --format json`). */
export interface ReportedReason {
  readonly text: string;
  readonly why: Why;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface ReportedPassage {
  readonly line: number;
  readonly endLine: number;
  /** Of a Word document: the heading above it. */
  readonly heading?: string;
  readonly state: Exclude<State, 'missing'>;
  readonly reasons: readonly ReportedReason[];
}

export interface ReportedTopic {
  readonly id: string;
  readonly title: string;
  readonly state: State;
  /** Whether the draft is held to it. */
  readonly asked: boolean;
  /** Whether it is one of the promises that stand after the offers. */
  readonly promise?: true;
  readonly passages: readonly ReportedPassage[];
}

/** One document of `coverage --format json`. */
export interface CoverageReport {
  readonly file: string;
  readonly kind: string;
  readonly title: string;
  /** Tag of its language, where that is not English: then nothing is judged, and all topics are missing and not asked for. */
  readonly language?: string;
  readonly areas: readonly ReportedTopic[];
  /** The offers and, after them, the promises. */
  readonly offers: readonly ReportedTopic[];
}

export interface CoverageResult extends CoverageReport {
  /** Of the document that was read. */
  readonly version: number;
  /** Whether it is a draft: other Markdown gets no diagnostics. */
  readonly draft: boolean;
  /** What a passage must argue, in one plain sentence, by the id of the topic. */
  readonly argue: Readonly<Record<string, string>>;
  /** How many places are still to be filled in. */
  readonly toFill: number;
  /**
   * Empty where the document has no changes and comments of a review. Else another text than before where these, or
   * their places, may be others than before: then ask for them.
   */
  readonly review: string;
  /** What a draft that says no kind, or one that there is not, most likely is, where that is clear. */
  readonly likely?: {
    readonly kind: string;
    /** What the draft says, which is not a kind. */
    readonly said?: string;
    /** "a press release" */
    readonly called: string;
    /** Words in the draft that speak for it. */
    readonly reasons: readonly string[];
  };
}

/** Client → server: `TextDocumentParams` → `PlaceToFill[]`: what is still to be filled in, in the order of the text. */
export const placeholdersRequest = 'advocacy/placeholders';

export interface PlaceToFill {
  readonly range: Range;
  /** The other places that the same words belong in. */
  readonly alike: readonly Range[];
}

// --- Reviews ---------------------------------------------------------------------------------------------------

/** Client → server: `TextDocumentParams` → `Reviews`: the changes and comments (CriticMarkup) of an open document. */
export const reviewsRequest = 'advocacy/reviews';

export interface ReviewBy {
  /** Empty where nobody is named. */
  readonly author: string;
  /** ISO 8601 in UTC: a day or a minute. */
  readonly date?: string;
}

/** All in the order of the text. Whatever the document is, `CoverageResult.review` says when to ask for it again. */
export interface Reviews {
  readonly changes: readonly ReviewChange[];
  readonly threads: readonly ReviewThread[];
}

export interface ReviewChange {
  readonly kind: 'insertion' | 'deletion' | 'substitution';
  /** From its first sign to its last, with what says whose it is. */
  readonly range: Range;
  readonly by?: ReviewBy;
  /** Markdown that was there; undefined for an insertion. */
  readonly old?: string;
  readonly oldRange?: Range;
  /** Markdown that is there now; undefined for a deletion. */
  readonly now?: string;
  readonly nowRange?: Range;
}

export interface ReviewThread {
  /** With all signs, from what it is on to its last reply. */
  readonly range: Range;
  /** The words or the change that it is on; undefined for a place. */
  readonly on?: Range;
  /** The comment and its replies. Paragraphs in a text are divided by a line end. */
  readonly comments: readonly (ReviewBy & {
    readonly text: string;
    readonly resolved?: boolean;
    readonly range: Range;
  })[];
  readonly resolved: boolean;
}

/**
 * What the command `review` does: accepts or rejects changes (those that touch a range, those of an author, or all);
 * replies to, resolves, opens again or takes out the comment that a range touches; puts a comment on a range.
 */
export type ReviewAction =
  | { readonly do: 'accept' | 'reject'; readonly range?: Range; readonly author?: string }
  | { readonly do: 'resolve' | 'reopen' | 'delete'; readonly range: Range }
  | ({ readonly do: 'reply' | 'comment'; readonly range: Range; readonly text: string } & Partial<ReviewBy>);

// --- Commands of the server (`workspace/executeCommand`) --------------------------------------------------------

export const serverCommands = {
  /** `[uri, targetUri?, ExportOptions?]` → `ExportResult` */
  exportWord: 'advocacy.server.exportWord',
  /** `[uri]` → `Commit[]`: the commits that changed a draft, the newest first; none where nothing keeps earlier versions */
  commits: 'advocacy.server.commits',
  /** `[uri, documentUri, { force? }?]` → `BroughtHome`: a reviewed .docx back into its draft, which is open */
  bringHome: 'advocacy.server.bringHome',
  /** `[documentUri, picturesFolder]` → `ImportedWord`: what a draft of a Word document would hold; nothing is written */
  importWord: 'advocacy.server.importWord',
  /** `[documentUri]` → `KnownWord`: what a Word document has to do with the drafts here */
  knownWord: 'advocacy.server.knownWord',
  /** `[documentUri]` → `CheckedWord`: what there is to say of a Word document, as of a draft */
  checkWord: 'advocacy.server.checkWord',
  /**
   * `[uri, range, html, google?]` → `PastedMarkdown | null`: HTML from the clipboard as Markdown for that place, where it is
   * better than plain text; with what Google Docs puts beside it, which has the footnotes
   */
  pasted: 'advocacy.server.pasted',
  /** `[uri, position | null, Insertable]` → `InsertResult` */
  insert: 'advocacy.server.insert',
  /** `[uri, ReviewAction]` → boolean: whether the editor made the change */
  review: 'advocacy.server.review',
  /** `[folderUri?]` → `WorkspaceCheck`; publishes the diagnostics of drafts that are not open, too */
  checkWorkspace: 'advocacy.server.checkWorkspace',
  /** `[folderUri?]` → `FoundDrafts`: the drafts of the workspace, open or not */
  findDrafts: 'advocacy.server.findDrafts',
  /** `[format, folderUri?]` → string: the coverage of the workspace's drafts as `json`, `markdown` or `html`, or as `word` in base64 */
  coverageReport: 'advocacy.server.coverageReport',
} as const;

/**
 * Commands of the server for people whose client has none of its own: `[uri?, position?, what?]` → `null`. They mean the
 * document that something was done in last where they get no arguments, say how it went in a message, and do not fail.
 * What is to be started or inserted may stand behind the name, too: `advocacy.newDraft.report`.
 */
export const userCommands = {
  exportWord: 'advocacy.exportWord',
  newDraft: 'advocacy.newDraft',
  insertSnippet: 'advocacy.insertSnippet',
  showCoverage: 'advocacy.showCoverage',
} as const;

/** Commands that a client may have, and the server then names in code actions. */
export const clientCommands = {
  /** `[uri, range]`: shows a document with the range selected. */
  select: 'advocacy.select',
  /** `[uri]`: saves a file that an edit of ours changed, unless it holds changes of the user that are not saved yet. */
  save: 'advocacy.save',
  /** `[uri, line, character]`: lets the user choose a fact, and inserts it there. */
  insertEvidence: 'advocacy.insertEvidence',
  /** `[CodeAction[]]`: lets the user choose one of some code actions, and does what it says. */
  more: 'advocacy.more',
} as const;

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

/** HTML from the clipboard as Markdown. */
export interface PastedMarkdown {
  /** What takes the place of the range, with the blank lines that it needs there. */
  readonly text: string;
  /** The change that puts its footnotes at the end of the draft. */
  readonly notes?: { readonly range: Range; readonly newText: string };
  /** What Markdown cannot hold, as sentences. */
  readonly losses: readonly string[];
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

/**
 * What `insert` inserts: a snippet's id, `area:<id>` or `offer:<id>` (the argument for a topic; promises are offers
 * here), `section:<part id>` (heading and text), `evidence:<id>` (a fact of the evidence libraries with its footnote;
 * in a paragraph of prose it becomes a sentence of that, so that it counts for its case), `hold:<topic id>` (front matter that
 * holds the paper to an area, an offer or a promise),
 * `kind:<id>` (front matter that makes the document a draft of the kind). With `null` as position it goes where it belongs in the paper.
 */
export type Insertable = string;

export interface InsertResult {
  /** Whether the editor made the change. */
  readonly applied: boolean;
  /**
   * Where to go on writing, in the text after the change: the first placeholder of what was inserted, else, with
   * nothing in it, the place behind it.
   */
  readonly selection: Range;
}

export interface WorkspaceCheck {
  /** How many drafts were checked. */
  readonly drafts: number;
  readonly findings: {
    readonly error: number;
    readonly warning: number;
    readonly information: number;
    readonly hint: number;
  };
  /** Files that could not be read, each with the reason. */
  readonly unreadable: readonly { readonly uri: string; readonly message: string }[];
  /** Whether the user stopped it before the end. */
  readonly cancelled: boolean;
}

export interface FoundDrafts {
  readonly drafts: readonly string[];
  /** Files that could not be read, each with the reason. */
  readonly unreadable: readonly { readonly uri: string; readonly message: string }[];
}

// --- What there is to start and to insert -----------------------------------------------------------------------

/** Client → server: `CatalogueParams` → `Catalogue`. */
export const catalogueRequest = 'advocacy/catalogue';

export interface CatalogueParams {
  /** A document or a folder, whose project decides; the built-in framework where there is none. */
  readonly uri?: string;
}

/** What a project offers to start with and to insert, for lists to choose from. */
export interface Catalogue {
  /** What its configuration says of those who write. */
  readonly about: About;
  /** Id of the kind that the document most likely is, where that is clear. */
  readonly likely?: string;
  readonly kinds: readonly { readonly id: string; readonly title: string; readonly description: string }[];
  /**
   * The parts of the document's kind, in their order; none for a folder. `present`: the document has it, and where, as a
   * line counted from 0.
   */
  readonly sections: readonly {
    readonly id: string;
    readonly title: string;
    readonly why: string;
    readonly required: boolean;
    readonly present: boolean;
    readonly line?: number;
  }[];
  /** What the evidence libraries hold, the workspace's own first. */
  readonly evidence: readonly {
    readonly id: string;
    /** A sentence that can stand in a paper. */
    readonly statement: string;
    /** Publisher, title and date. */
    readonly source: string;
    /** Titles of what it supports. */
    readonly topics: readonly string[];
    /** Other words by which authors look for it. */
    readonly keywords?: readonly string[];
    /** How far to trust it, and what it is often taken for. */
    readonly trust?: string;
  }[];
}

/** Client → server: `SkeletonParams` → `Skeleton`. Fails where the project has no such kind. */
export const skeletonRequest = 'advocacy/skeleton';

export interface SkeletonParams {
  /** Id of a document kind. */
  readonly kind: string;
  readonly title: string;
  /** The folder that the draft will lie in; the built-in framework where there is none. */
  readonly folder?: string;
  /** The day on which it is started, where the user is: `2026-11-29`. */
  readonly today?: string;
  /** What was just set up, and the server may not have read yet. */
  readonly about?: About;
}

/** Client → server: `SetUpParams` → `SetUp`. Fails where the configuration has mistakes of syntax. */
export const setUpRequest = 'advocacy/setUp';

export interface SetUpParams {
  /** Of the configuration as it is; without it, the text of a first one is made. */
  readonly text?: string;
  readonly about: About;
}

export interface SetUp {
  /** Of the configuration with what is known of those who write. */
  readonly text: string;
}

export interface Skeleton {
  /** A whole draft: front matter, title and the kind's parts, with placeholders. */
  readonly text: string;
}
