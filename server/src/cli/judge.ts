import { analyse } from '../analysis';
import { cover } from '../coverage';
import { parseDraft } from '../draft';
import { type CoverageDescription, describeCoverage, type FindingReport, findingReport } from '../report';
import type { OpenedDraft } from './session';

/** What can go wrong with a draft beyond its reading: a text that the parser was not made for. */
export type Judged<T> = T | { readonly problem: string };

/** The findings of a draft. Never throws. */
export function findingsOf(
  { text, project }: OpenedDraft,
  kind: string | undefined,
): Judged<readonly FindingReport[]> {
  return guarded(() => {
    const draft = parseDraft(text);
    const { findings } = analyse(draft, project, kind === undefined ? {} : { kind });
    return findings.map((finding) => findingReport(draft, finding));
  });
}

/** The coverage of a draft. Never throws. */
export function coverageOf({ text, project, input }: OpenedDraft): Judged<CoverageDescription> {
  return guarded(() => {
    const draft = parseDraft(text);
    return describeCoverage(draft, cover(draft, project), input.shown);
  });
}

function guarded<T>(judge: () => T): Judged<T> {
  try {
    return judge();
  } catch (error) {
    if (error instanceof RangeError) return { problem: 'this is nested too deeply to be read' };
    const reason = error instanceof Error ? error.message : String(error);
    return { problem: `this could not be judged, which is a mistake in advocacy itself (${reason})` };
  }
}
