import type { PassageDerivation, TopicDerivation } from '../../coverage';
import { harmless, type Style, wrap } from '../terminal';

/** Topics that are not claimed are shown where they come this near, 0 to 1. */
const NEAR = 0.1;

/** How the verdicts on a passage came about, for whoever doubts them: probabilities, and what added to the log odds. */
export function derivation(derived: PassageDerivation, style: Style): string {
  const lines = [style.bold('How it was judged')];
  if (derived.declared) {
    const topics = derived.declared.map(harmless).join(', ') || 'none';
    lines.push(`  By its author, in a comment before it: ${topics}.`);
    return `${lines.join('\n')}\n`;
  }
  lines.push(
    style.dim(
      '  0.00 is surely not and 1.00 surely; what speaks for a topic adds (+), what speaks against it takes (−).',
    ),
  );
  if (derived.gate === 'closed')
    lines.push('  The draft does not speak of libraries: whatever it says, it claims nothing.');
  if (derived.gate === 'areas')
    lines.push('  The draft does not speak of libraries: it can claim areas, and no offer.');
  lines.push(`  ${shown(derived.makingCase)} that it makes a case at all, whatever the topic`);
  const topics = derived.topics
    .filter(({ state, model }) => model && (state !== 'missing' || model.inDocument >= NEAR))
    .sort((a, b) => b.model!.inDocument - a.model!.inDocument);
  for (const topic of topics) lines.push(...topicLines(topic, style));
  if (topics.length === 0) lines.push(`  No topic comes to ${shown(NEAR)}.`);
  return `${lines.join('\n')}\n`;
}

function topicLines({ topic, model }: TopicDerivation, style: Style): string[] {
  const { inDocument, words, threshold, fromWords, fromDocument, meaning, byWord } = model!;
  const part = (name: string, terms: readonly { readonly name: string; readonly adds: number }[]) =>
    terms.length === 0
      ? []
      : [
          `    ${name.padEnd(12)}  ${wrap(terms.map((t) => `${harmless(t.name)} ${signed(t.adds)}`).join(', '), style.width, 18)}`,
        ];
  const named = (terms: readonly { readonly signal: string; readonly adds: number }[]) =>
    terms.map(({ signal, adds }) => ({ name: signal, adds }));
  return [
    `  ${style.bold(harmless(topic.title))}: ${shown(inDocument)} here, ${shown(words)} by its words alone; argued from ${shown(threshold)} on`,
    ...part('its cues', named(fromWords)),
    ...part(
      'its words',
      byWord.length === 0
        ? []
        : [{ name: 'all', adds: meaning }, ...byWord.map(({ word, adds }) => ({ name: `“${word}”`, adds }))],
    ),
    ...part('its place', named(fromDocument)),
  ];
}

const shown = (p: number) => p.toFixed(2);
const signed = (x: number) => `${x < 0 ? '−' : '+'}${Math.abs(x).toFixed(2)}`;
