// biome-ignore-all lint/suspicious/noTemplateCurlyInString: snippets are written so.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cover } from '../src/coverage';
import { parseDraft } from '../src/draft';
import { builtInFramework } from '../src/framework';
import framework from '../src/framework/local-recovery.json';
import { builtInProject } from '../src/project';
import { asSection, freshFootnotes, plainText, snippet, snippets, withoutHeading } from '../src/snippets';

const PLACEHOLDER = /\[insert [^\]]*\]/g;

/** A snippet as a careful officer leaves it: every placeholder filled in. */
function filled(id: string): string {
  return plainText(snippet(id)!.body).replace(PLACEHOLDER, (placeholder) => {
    if (/insert year/.test(placeholder)) return '2025';
    if (/percentage/.test(placeholder)) return '68%';
    if (/number/.test(placeholder)) return '214';
    if (/amount|cost/.test(placeholder)) return '£9,400';
    return 'Harbour Street';
  });
}

/** Sentences of the prose: headings, tables, notes, front matter and quotations left out. */
function sentences(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => line !== '' && !/^(#|\||>|\[\^|---|\w+: )/.test(line))
    .flatMap((line) => line.replace(/^(?:[-*]|\d+\.) /, '').split(/(?<=[.?!])(?:\*\*|\[\^[\w-]+\])*\s+/));
}

/** What begins a sentence that holds of every library service, of the law, or of the paper itself. */
const TRUE_ANYWHERE = [
  'Job seekers and residents who want to start a business get free help',
  'Children who find learning hard, and pupils',
  'Older people, carers and others who live alone can',
  'Residents who have no internet at home, or lack the skills to use it,',
  'People with a decision to make about health, money or work need',
  'Library staff help them to find it, and to use online services on our free computers and wifi.',
  'People who live with poor health, stress or grief find support at the library',
  'Blind and partially sighted people, and others who cannot read standard print, have the same right',
  'The council must',
  '**It ',
  'Why should this come before other services?',
  'How do we know that it will work?',
  'Ends',
  '**PRESS RELEASE.',
  'Yours sincerely',
  'This strategy says what we will do next',
];

describe('Snippets', () => {
  it('have an id, a name and a description of their own', () => {
    assert.ok(snippets.length > 40);
    for (const field of ['id', 'name', 'description'] as const) {
      const values = snippets.map((one) => one[field]);
      assert.deepEqual(
        values.filter((value, index) => values.indexOf(value) !== index),
        [],
        field,
      );
    }
    for (const { id, description } of snippets) {
      assert.match(id, /^[a-z]+(-[a-z]+)*$/);
      assert.match(description, /^[A-Z].*\.$/);
    }
  });

  it('state nothing of a service that its author was not asked for', () => {
    const said = snippets
      .flatMap(({ body }) => sentences(plainText(body)))
      .filter((sentence) => !sentence.includes('[insert '));
    assert.deepEqual(
      said.filter((sentence) => !TRUE_ANYWHERE.some((one) => sentence.startsWith(one))),
      [],
    );
  });

  it('read on behind a name with its role: “Amy Ross, Cabinet Member for Culture, …”', () => {
    for (const { id, body } of snippets) {
      const behind = [
        ...plainText(body).matchAll(/\[insert (?:whom this is for|your name and role)\](.{0,9})/g),
      ];
      for (const [, next] of behind) assert.match(next!, /^(?:[,.:"]| \||$)/, id);
    }
  });

  it('ask for words that do not say again what stands before them: “can [insert what they can do]”', () => {
    for (const { id, body } of snippets)
      assert.doesNotMatch(plainText(body), /\bcan \[insert [^\]]*\bcan\b/, id);
  });

  it('are found by id, and only by id', () => {
    assert.equal(snippet('ask')?.name, 'The ask');
    assert.equal(snippet('no-such-snippet'), undefined);
  });

  it('that the command palette and the light bulb name are all there', () => {
    const agreed =
      'ask recommendation key-messages sourced-figure quotation case-study options implications risks next-steps notes-to-editors about-the-service front-matter';
    for (const id of agreed.split(' ')) assert.ok(snippet(id), id);
  });

  it('argue every area, offer and promise of the framework', () => {
    assert.ok(framework.topics.length >= 11);
    for (const topic of framework.topics) assert.equal(snippet(topic.snippet)?.topic, topic.id, topic.id);
  });

  for (const { id, topic } of snippets) {
    if (topic === undefined) continue;
    it(`${id}, filled in, argues its topic with evidence`, () => {
      const draft = parseDraft(`---\nkind: letter\n---\n\n# Our libraries\n\n${filled(id)}\n`);
      const { areas, offers, promises } = cover(draft, builtInProject);
      const covered = [...areas, ...offers, ...promises].find((one) => one.topic.id === topic);
      assert.equal(covered?.state, 'evidenced');
    });
  }

  for (const kind of framework.kinds) {
    it(`make every part of a ${kind.title.toLowerCase()}`, () => {
      for (const part of builtInFramework.kind(kind.id)!.parts)
        assert.ok(snippet(part.snippet), `${part.id}: ${part.snippet}`);
    });
  }

  for (const { id, body } of snippets) {
    describe(id, () => {
      it('is in the snippet syntax of VS Code: stops numbered from 1, no stray "$" or "}"', () => {
        const stops = [...body.matchAll(/\$\{(\d+)(?::[^{}$|]*|\|[^{}$|]*\|)\}/g)].map((match) =>
          Number(match[1]),
        );
        assert.deepEqual(
          stops,
          stops.map((_, index) => index + 1),
        );
        const rest = body
          .replace(/\$\{\d+(?::[^{}$|]*|\|[^{}$|]*\|)\}/g, '')
          .replace(/\[\^[a-z-]+-\$CURRENT_SECONDS_UNIX\]/g, '');
        assert.doesNotMatch(rest, /[${}\\]/);
      });

      it('shows what is to be filled in as "[insert …]" and nothing else in brackets', () => {
        for (const [stop, text] of body.matchAll(/\$\{\d+:([^{}]*)\}/g))
          assert.match(text!, /^\[insert [^[\]]+\]$/, stop);
        const brackets = plainText(body).match(/\[[^\]^]*\]/g) ?? [];
        for (const bracket of brackets) assert.match(bracket, /^\[insert /);
        assert.ok(id === 'ends' || brackets.length > 0);
      });

      it('asks for what somebody does where the sentence needs a verb: “will [insert what you will do]”', () => {
        const after =
          /\b(?:will|can|could|cannot|would|able to|have|has|to) (?=\[insert what )\[insert ([^\]]+)\]/g;
        for (const [sentence, what] of plainText(body).matchAll(after))
          assert.match(what!, /\b(?:do|done)\b/, sentence);
      });

      it('is made of whole sentences: none begins with “So that”', () => {
        assert.doesNotMatch(plainText(body), /(?:^|[.*] )So that /m);
      });

      it('says once what a number counts: not “[insert number of people] people”', () => {
        const twice = /\[insert number of ([a-z]+)\]\S* (?:\1|of them|residents|readers)\b/;
        assert.doesNotMatch(plainText(body), twice);
      });

      it('reads as plain English: no sentence over 25 words, none of the words that councils ask to avoid', () => {
        const text = filled(id);
        for (const sentence of sentences(text)) {
          assert.ok(sentence.split(/\s+/).length <= 25, `${sentence.split(/\s+/).length} words: ${sentence}`);
        }
        const avoided =
          /\b(deliver|tackl|empower|robust|transform|leverag|utilis|utiliz|facilitat|going forward|the elderly|the disabled|suffers? from)/i;
        assert.doesNotMatch(text, avoided);
      });

      it('gives each footnote that it refers to its note, and the other way round', () => {
        const text = plainText(body);
        const notes = [...text.matchAll(/^\[\^([^\]]+)\]: /gm)].map((match) => match[1]);
        const references = [...text.matchAll(/\[\^([^\]]+)\](?!:)/g)].map((match) => match[1]);
        assert.deepEqual(new Set(references), new Set(notes));
        assert.equal(new Set(notes).size, notes.length);
      });

      it('can stand twice in one draft without sharing a footnote', () => {
        const labels = (text: string) => [...text.matchAll(/^\[\^([^\]]+)\]: /gm)].map((match) => match[1]!);
        const first = labels(plainText(body));
        const second = labels(plainText(body, first));
        assert.equal(second.length, first.length);
        assert.deepEqual(
          second.filter((label) => first.includes(label)),
          [],
        );
      });

      it('ends without a line end, so that what inserts it decides on the space around it', () => {
        assert.equal(body, body.trim());
      });
    });
  }
});

describe('A snippet as plain text', () => {
  const cases: [why: string, body: string, expected: string][] = [
    ['keeps placeholders for the rule that finds them', 'By ${1:[insert date]}.', 'By [insert date].'],
    ['takes the first of a choice', 'kind: ${2|briefing,report|}', 'kind: briefing'],
    ['leaves the final stop out', 'One ${1:[insert x]}$0, two${0}', 'One [insert x], two'],
    ['shows what was escaped', 'It costs \\$5 \\} \\\\', 'It costs $5 } \\'],
    ['gives footnotes plain labels', 'A[^digital-$CURRENT_SECONDS_UNIX]', 'A[^digital]'],
  ];
  for (const [why, body, expected] of cases) it(why, () => assert.equal(plainText(body), expected));
});

describe('Fresh footnotes', () => {
  const body = 'A[^reading-$CURRENT_SECONDS_UNIX]\n\n[^reading-$CURRENT_SECONDS_UNIX]: B';
  it('take the next free number, whatever the case of the labels in the draft', () => {
    assert.equal(
      freshFootnotes(body, ['Reading', 'reading-2', 'reading-4']),
      'A[^reading-3]\n\n[^reading-3]: B',
    );
  });

  it('never use a label of the draft, and keep a reference with its note', () => {
    const label = fc.oneof(
      fc.constantFrom('reading', 'READING'),
      fc.nat({ max: 12 }).map((count) => `reading-${count}`),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(label), (used) => {
        const [, reference, note] = /^A\[\^(.*)\]\n\n\[\^(.*)\]: B$/.exec(freshFootnotes(body, used))!;
        assert.equal(reference, note);
        assert.ok(!used.some((one) => one.toLowerCase() === note));
      }),
    );
  });

  it('leave the stops for the editor', () => {
    assert.equal(freshFootnotes('${1:[insert x]}[^a-$CURRENT_SECONDS_UNIX]'), '${1:[insert x]}[^a]');
  });
});

describe('A snippet as a section', () => {
  it('has the heading that the document asks for instead of its own, and moves its inner headings along', () => {
    assert.equal(
      asSection('## Options\n\nText\n\n### One', 'Options considered', 3),
      '### Options considered\n\nText\n\n#### One',
    );
  });
  it('gets a heading where it has none', () => {
    assert.equal(asSection('Text', 'The facts'), '## The facts\n\nText');
  });
  it('loses its heading for a place that has one', () => {
    assert.equal(withoutHeading('## Options\n\nText'), 'Text');
    assert.equal(withoutHeading('Text\n\n## Options'), 'Text\n\n## Options');
  });
});
