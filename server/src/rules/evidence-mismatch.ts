import { type Block, lowerCase } from '../draft';
import { evidenceOf, type Fact, quantitiesIn } from '../evidence';
import { measureOf } from '../evidence/library';
import type { Quantity } from '../evidence/types';
import { keptFor } from '../kept-for';
import { escaped } from './lib/escaped';
import { agrees, isAbout, namedIn, sameWhenRounded, spokenOf, textsOf } from './lib/facts';
import { isOfOthers } from './lib/other-subjects';
import { sentencesOf } from './lib/prose';
import type { Problem, Rule } from './types';

/** How far, in parts of the fact's own number, another one can be off and still be meant for it. */
const NEAR = 0.12;

export const evidenceMismatch: Rule = {
  id: 'evidence-mismatch',
  group: 'evidence',
  severity: 'information',
  readsEnglish: true,
  what: 'A figure that names a source of the evidence libraries and is close to what that source says, but not the same; a figure that is true of one thing and given for another; or a study that is named together with those who did not make it. A figure is left alone where its sentence says of which other place, people or year it is, or gives the source’s own beside it.',
  why: 'One wrong digit is enough for an opponent to call all figures into question.',
  example: {
    bad: 'The Participation Survey found that 33% of adults used a library.\n',
    good: 'The Participation Survey found that 31% of adults used a library.\n',
  },
  inBlock({ block, project }) {
    const { facts } = evidenceOf(project);
    const named = namedIn(block, facts);
    return [
      ...(named.length > 0 ? [...figures(block, named), ...confusions(block, named)] : []),
      ...misuses(block, facts),
    ];
  },
};

function figures(block: Block, facts: readonly Fact[]): readonly Problem[] {
  const problems: Problem[] = [];
  for (const { passage, span, text } of sentencesOf(block)) {
    if (passage.inFootnote || !/\d/.test(text)) continue;
    const lower = lowerCase(text);
    const named = spokenOf(lower, facts).filter(({ figure }) => figure);
    if (named.length === 0) continue;
    const quantities = quantitiesIn(text);
    // Where a fact's own figure stands in the sentence, another beside it is of something else: its author knows both.
    const open = named.filter(
      (fact) => !quantities.some((quantity) => agrees(quantity, fact, text)) && !isOfOthers(text, fact),
    );
    for (const quantity of quantities) {
      // A figure that one of the facts gives is right, whatever the others say.
      if (named.some((fact) => agrees(quantity, fact, text))) continue;
      const near = open.find((fact) => isNear(quantity, fact, text));
      if (near === undefined) continue;
      const { statement, source, period } = near;
      problems.push({
        span: passage.prose.toSource(span.start + quantity.span.start, span.start + quantity.span.end),
        message: `This differs from what ${source.publisher} gave${period ? ` for ${period}` : ''}: “${statement}” Correct it, or say of which place, people or year yours is.`,
      });
    }
  }
  return problems;
}

/** Another number for the same thing: of the same sort, and not far off. */
function isNear(quantity: Quantity, { figure }: Fact, text: string): boolean {
  if (!figure || quantity.measure !== measureOf(figure)) return false;
  const off = Math.abs(quantity.value - figure.value) / figure.value;
  return off <= NEAR && !sameWhenRounded(quantity, figure.value, text);
}

function confusions(block: Block, facts: readonly Fact[]): readonly Problem[] {
  const problems: Problem[] = [];
  const all = facts.filter((fact) => fact.confusions.length > 0);
  for (const { passage, span, text } of sentencesOf(block)) {
    const lower = lowerCase(text);
    for (const fact of all) {
      const own = fact.source.names.find((name) => lower.includes(lowerCase(name)));
      if (own === undefined) continue;
      for (const { with: others, say } of fact.confusions) {
        const other = others?.find((name) =>
          new RegExp(`(?<![A-Za-zÀ-ÖØ-ፚḀ-ỹ\\d])${escaped(name)}(?![A-Za-zÀ-ÖØ-ፚḀ-ỹ\\d])`, 'u').test(text),
        );
        if (other === undefined) continue;
        const at = span.start + lower.indexOf(lowerCase(own));
        problems.push({ span: passage.prose.toSource(at, at + own.length), message: say });
      }
    }
  }
  return problems;
}

/** A fact whose figure goes round for more than it is true of, and what must stand beside it. */
interface Misuse {
  readonly fact: Fact;
  readonly figure: NonNullable<Fact['figure']>;
  readonly without: readonly string[];
  readonly say: string;
}

const misusesOf = keptFor((facts: readonly Fact[]): readonly Misuse[] =>
  facts.flatMap((fact) => {
    const { figure, confusions } = fact;
    if (!figure) return [];
    return confusions.flatMap(({ without, say }) => (without ? [{ fact, figure, without, say }] : []));
  }),
);

/** A figure that goes round for more than it is true of: nothing beside it says what that is. */
function misuses(block: Block, facts: readonly Fact[]): readonly Problem[] {
  const problems: Problem[] = [];
  const texts = /\d/.test(block.text) ? textsOf(block) : [];
  if (texts.length === 0) return problems;
  for (const { fact, figure, without, say } of misusesOf(facts)) {
    if (!texts.some((lower) => isAbout(lower, fact))) continue;
    for (const { passage, span, text } of sentencesOf(block)) {
      if (passage.inFootnote || !/\d/.test(text) || !isAbout(lowerCase(text), fact)) continue;
      const around = lowerCase(passage.prose.text);
      if (without.some((word) => around.includes(lowerCase(word)))) continue;
      const quantity = quantitiesIn(text).find(
        ({ value, measure }) => value === figure.value && measure === measureOf(figure),
      );
      if (!quantity) continue;
      const { start, end } = quantity.span;
      problems.push({ span: passage.prose.toSource(span.start + start, span.start + end), message: say });
    }
  }
  return problems;
}
