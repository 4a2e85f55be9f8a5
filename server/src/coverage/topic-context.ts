/** Where a passage without a strong cue of its own takes its topic from. */
import type { Heading, PlacedBlock } from '../draft/types';
import type { Framework, Topic } from '../framework/types';
import type { Context } from './document';
import { type Features, strengthOf } from './features';
import { cuesOf, reason } from './reasons';
import type { Reason } from './types';
import { type Unit, withOffsets } from './units';

/** The units of a draft with their blocks and context. */
export interface PlacedUnits {
  readonly framework: Framework;
  readonly units: readonly Unit[];
  /** The block of each unit. */
  readonly placed: readonly PlacedBlock[];
  readonly context: Context;
  featuresOf(unit: number): Features;
}

/**
 * The reason for a topic that a unit has no strong cue of: the nearest heading above with one, or else the title, or
 * else the nearest such cue within ten units before it, or else after it. Empty where there is none.
 */
export function contextReasons(placedUnits: PlacedUnits, i: number, topic: Topic): readonly Reason[] {
  const { units, placed, context, framework } = placedUnits;
  const speaks = (heading: Heading) =>
    context.lines.read(heading.text).cues.some((c) => strengthOf(c, topic) === 'strong');
  const title = context.title?.heading;
  const heading = context.above[i]!.headings.findLast(speaks) ?? (title && speaks(title) ? title : undefined);
  if (heading) return [{ why: 'context', text: heading.text, span: heading.span }];
  const k = framework.topics.indexOf(topic);
  for (const step of [-1, 1]) {
    for (let at = i + step; at >= 0 && at < units.length && Math.abs(at - i) <= 10; at += step) {
      const unit = units[at]!;
      if (!unit.strong.includes(k)) continue;
      const features = placedUnits.featuresOf(at);
      for (const { passage, offset } of withOffsets(unit.passages)) {
        const cue = cuesOf(topic, passage, features, offset).find((c) => strengthOf(c, topic) === 'strong');
        if (cue) {
          const { start, end } = features.words;
          return [
            reason('context', passage, placed[at]!, start[cue.first]! - offset, end[cue.last]! - offset),
          ];
        }
      }
    }
  }
  return [];
}
