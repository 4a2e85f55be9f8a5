/** The titles of commands in the command palette, without the ellipsis. Their dialogs, lists and progress have them, too. */
export const commandNames = {
  'advocacy.newDraft': 'New Draft',
  'advocacy.makeDraft': 'Make This File a Draft',
  'advocacy.setUp': 'Set Up',
  'advocacy.createConfiguration': 'Settings of This Folder',
  'advocacy.insertSnippet': 'Insert Snippet',
  'advocacy.insertEvidence': 'Insert Evidence',
  'advocacy.insertSection': 'Insert Section',
  'advocacy.coverageReport': 'Coverage Report',
  'advocacy.checkWorkspace': 'Check Workspace',
  'advocacy.checkWord': 'Check Word Document',
  'advocacy.exportWord': 'Export to Word',
  'advocacy.exportWordAs': 'Export to Word As',
  'advocacy.exportFinal': 'Send Out as Word Document',
  'advocacy.exportAll': 'Export All Drafts',
  'advocacy.exportChanges': 'Export Changes Since',
  'advocacy.importWord': 'Import Word Document',
  'advocacy.bringReviewBack': 'Bring Review Back from Word',
  'advocacy.commentOnSelection': 'Comment on the Selection',
  'advocacy.removeResolvedComments': 'Remove Resolved Comments',
  'advocacy.acceptAllChanges': 'Accept All Changes',
  'advocacy.rejectAllChanges': 'Reject All Changes',
} as const;

export type CommandName = (typeof commandNames)[keyof typeof commandNames];
