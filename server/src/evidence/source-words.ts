/** Who and what can be a source: studies, bodies, names, and the words with which they report. */
import { sourceOf } from '../words/phrases';
import { personIn } from './speakers';

/** Words that are a thing to look up only when somebody is named with them: "research shows" names nobody. */
const MASS =
  /^(?:research|analysis|findings|figures|data|results|estimates|projections|modelling|statistics|stats|returns|studies|minutes|statement|reports|surveys|polling|polls|rankings?|proposals|article|review)$/i;

/** Names that are nobody to ask: days, months, sentence starts, places in general. */
const NOBODY =
  /^(?:The|This|That|These|Those|It|We|They|He|She|I|You|In|On|At|Our|My|Your|Their|Its|A|An|As|And|But|So|If|When|While|Since|For|From|By|With|There|Here|Research|Studies|Evidence|Statistics|Figures|Data|Surveys?|Reports?|Results|Initial|Recent|New|Latest|Some|Many|Most|All|More|Over|Nearly|Almost|About|Around|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Last|Next|Every|Each|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Other|Another|Both|Half|Experts|People|Children|Libraries|Staff|Users|Visitors|Visits|Local|National|Public|However|Also|Then|Now|Today|Feedback|Current|Early|Independent|Overall|Previous|Similar|Key|Further|Not|No|What|Which|Who|How|Where|Why)$/;

const KNOWN =
  /^(?:Census|Cipfa|Ofcom|Ofsted|Carnegie|Nomis|Experian|Ipsos|Nesta|Defra|Unison|Locality|Mencap|Barnardo['’]s|Healthwatch|Lloyds|YouGov|Statista|Eurostat|Unesco|Nielsen|BookTrust|Sanderson|Sieghart|StatsWales|Stonewall)$/;

const BENEFIT =
  /\b(?:Universal\s+Credit|(?:Pension|Tax)\s+Credits?|(?:Housing|Child|Council\s+Tax)\s+Benefit|(?:Attendance|Carer['’]?s?)\s+Allowance|PIP|ESA|Blue\s+Badge)$/;

/** Exams are sat, and their results are nobody's until somebody is named. */
const EXAM =
  /^(?:(?:Their|Our|His|Her)\s+)?(?:GCSEs?|A-?[Ll]evels?|SATs?|BTECs?|NVQs?|T-[Ll]evels?|Highers|ESOL|ICT)$/;

export function isOrganisation(name: string, at: number, text: string): boolean {
  // "Lending of 20 laptops with data": what is done.
  if (EXAM.test(name) || /^[A-Z][a-z]+ing\s+of\s/.test(name)) return false;
  const words = name.split(/\s+/);
  const first = words[0]!;
  // "Help with Universal Credit claims": these are made, and claim nothing.
  if (BENEFIT.test(name)) return false;
  if (words.length === 1 && (NOBODY.test(first) || /^\d/.test(first))) return false;
  // A capital at the start of a sentence proves nothing ("Visitors said"), unless it is a name that is known, or
  // something is done that only those do who keep figures.
  if (words.length === 1 && (at === 0 || /[.!?:]\s+["“‘']?$/.test(text.slice(Math.max(0, at - 4), at)))) {
    return (
      /^[A-Z]{2}|[a-z][A-Z]/.test(first) ||
      KNOWN.test(first) ||
      /^\S+\s+(?:(?:has|have|had)\s+(?:listed|published|reported|disclosed|counted|confirmed|admitted)\b|estimate|calculate|reckon|forecast)/.test(
        text.slice(at),
      )
    );
  }
  if (NOBODY.test(first) && words.length > 1)
    return isOrganisation(words.slice(1).join(' '), at + first.length + 1, text);
  return true;
}

/** "Ann Reed, head of Fenholme Libraries, said": a person speaks, not the organisation. */
export function isRole(match: RegExpExecArray, text: string): boolean {
  if (!/\b(?:says?|said|replied|announced|stated|confirm\w*|highlight\w*|note[sd]?)$/i.test(match[0]))
    return false;
  const before = text.slice(Math.max(0, match.index - 160), match.index);
  return (
    /,\s+\S+$/.test(match[0]) ||
    /\b(?:of|for|at|from|with)\s+(?:the\s+)?$/i.test(before) ||
    (/,\s+$/.test(before) && personIn(before) !== undefined) ||
    /[A-Z][A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]{1,160}\s+[A-Z][A-Za-zÀ-ÖØ-ፚḀ-ỹ’'-]{1,160},[^.]{0,160}\s$/u.test(before) ||
    personIn(match[0]) !== undefined
  );
}

/** "The latest research shows" names nobody either. */
const NEW = /\b(?:latest|recent|international|academic|scientific|best|available|current)\b/i;
/** A paper that tells what it is for: it is no source for itself. */
const SELF =
  /^\s+(?:outlines|sets\s+out|describes|asks|seeks|provides|presents|explains|updates|summari[sz]es|covers|invites|informs|is\s+(?:to|for|about|from|in|submitted|made|intended)|has\s+been\s+(?:written|prepared)|was\s+(?:written|prepared))\b/i;

/** A verb after one that wants another, or with what people turn in: “can report a repair”, “the tenants report a leak”. */
const HELPED =
  /\b(?:can|could|cannot|can['’]t|may|might|must|shall|should|will|would|to|not|lets?|helps?|please)\s+(?:\S{1,30}ly\s+)?(?:report|survey|study|review)$/i;
const TURNED_IN = new RegExp(sourceOf(`^ @turnedin`), 'i');

/** Whether the last word of what reads like the name of a study is what somebody does. */
export function isDone(words: string, after: string): boolean {
  return HELPED.test(words) || (/\breport$/i.test(words) && TURNED_IN.test(after));
}

const REPORTED = new RegExp(sourceOf('^ ((also|has|have) )?(@report)>'));

/** Whether “the study” or “a survey” is one that a reader could ask for. */
export function isDefiniteStudy(match: RegExpExecArray, text: string): boolean {
  const { lead = '', adjectives = '', noun = '' } = match.groups!;
  const end = match.index + match[0].length;
  const after = text.slice(end, end + 40);
  // "The case that no inquiry …" is no inquiry.
  if (/\b(?:that|which|no|any|of|to|without|and|is|was)\s/i.test(adjectives)) return false;
  if (/^this$/i.test(lead) && SELF.test(after)) return false;
  // "One survey", "the Spending Review": nobody's.
  if (/^one$/i.test(lead) || (/^review$/i.test(noun) && /\bspending\s+$/i.test(adjectives))) return false;
  if (MASS.test(noun)) {
    if (/^(?:the|this|that)$/i.test(lead) && REPORTED.test(after))
      return !/^(?:figures|numbers|data|results)$/i.test(noun) && !NEW.test(adjectives);
    return /\b(?:published|official|independent|government|national|census|own)\b/i.test(adjectives);
  }
  return true;
}
