/** The commands of the server (`workspace/executeCommand`) and those of a client, by name. */

export const serverCommands = {
  /** `[uri, targetUri?, ExportOptions?]` → `ExportResult` */
  exportWord: 'advocacy.server.exportWord',
  /** `[uri]` → `Commit[]`: the commits that changed a draft, the newest first; none without version control */
  commits: 'advocacy.server.commits',
  /** `[uri, documentUri, { force? }?]` → `MergeResult`: merges a reviewed .docx into its draft, which is open */
  bringHome: 'advocacy.server.bringHome',
  /** `[documentUri, picturesFolder]` → `ImportedWord`: a Word document as a draft; writes nothing */
  importWord: 'advocacy.server.importWord',
  /** `[documentUri]` → `KnownWord`: which draft a Word document was exported from */
  knownWord: 'advocacy.server.knownWord',
  /** `[documentUri]` → `CheckedWord`: the findings on a Word document */
  checkWord: 'advocacy.server.checkWord',
  /**
   * `[uri, range, html, google?]` → `PastedMarkdown | null`: HTML from the clipboard as Markdown for a range; null if
   * plain text is as good. `google` is the data that Google Docs adds, which has the footnotes
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
 * Commands of the server for clients without their own: `[uri?, position?, what?]` → `null`. Without arguments, they apply
 * to the document that was last used. They report their result in a message and never fail. What to start or insert may
 * also be part of the name: `advocacy.newDraft.report`.
 */
export const userCommands = {
  exportWord: 'advocacy.exportWord',
  newDraft: 'advocacy.newDraft',
  insertSnippet: 'advocacy.insertSnippet',
  showCoverage: 'advocacy.showCoverage',
} as const;

/** Commands that a client may have, which the server then uses in code actions. */
export const clientCommands = {
  /** `[uri, range]`: shows a document with the range selected. */
  select: 'advocacy.select',
  /** `[uri]`: saves a file that the server's edit changed, unless it also has unsaved changes of the user. */
  save: 'advocacy.save',
  /** `[uri, line, character]`: lets the user choose a fact, and inserts it there. */
  insertEvidence: 'advocacy.insertEvidence',
  /** `[CodeAction[]]`: lets the user choose a code action, and applies it. */
  more: 'advocacy.more',
} as const;
