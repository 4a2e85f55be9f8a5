import { analyse } from '../../analysis';
import { parseDraft } from '../../draft';
import type { Files } from '../../files';
import { nameOf } from '../../project/paths';
import type { Project } from '../../project/types';
import type { CheckedWord } from '../../protocol';
import { findingReport } from '../../report';
import { findingsHtml } from '../../report/findings-html';
import { withHeadings } from '../../report/headings-above';
import { withLikelyKind } from '../../skeleton/kind-change';
import { localMonth } from '../../text/dates';
import { legible } from '../../text/plain-output';
import type { Settings } from '../workspace/settings';
import { readWord } from './import-word';

/**
 * What there is to say of a Word document, as of a draft: nothing is written.
 *
 * @param document URI of the .docx
 * @throws Refusal where it cannot be read
 */
export async function checkWord(
  files: Files,
  document: string,
  project: Project,
  settings: Settings,
): Promise<CheckedWord> {
  const { markdown } = await readWord(files, document, 'checked', 'images');
  // As its import is held to what it looks like.
  const draft = parseDraft(withLikelyKind(markdown, project).text);
  const { findings } = analyse(draft, project, { settings: settings.rules, now: localMonth(new Date()) });
  const found = findings.map((finding) => ({
    ...findingReport(draft, finding),
    words: draft.text.slice(finding.span.start, finding.span.end),
  }));
  const placed = withHeadings(draft, found);
  return {
    findings: placed.map(({ severity, rule, message, heading }) => ({
      severity,
      rule,
      message: legible(message),
      ...(heading !== undefined && { heading: legible(heading) }),
    })),
    page: findingsHtml(nameOf(document), placed),
  };
}
