/** The commands of the server (`workspace/executeCommand`) and those of a client, by name. */

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
