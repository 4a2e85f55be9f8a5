/** Words by what they do in a claim. Lower case, as are the texts that they are looked for in; nouns in the singular. */
import type { Unit } from './types';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

const UNITS: Readonly<Record<Unit, readonly string[]>> = {
  people: words(`
    adult applicant attendee audience baby beneficiary borrower boy carer caregiver child children citizen
    claimant client commuter consumer customer delegate donor dad elder entrepreneur family farmer father follower
    founder girl grandparent graduate grandchildren guest homeowner individual inhabitant jobseeker seeker kid
    learner listener man men member migrant mother mum neighbour newcomer owner parent participant passenger
    patient pensioner people person population prisoner public pupil reader recipient refugee resident respondent
    leaver retiree senior soul student subscriber sufferer survivor teen teenager tenant toddler trainee tutee
    user veteran viewer visitor voter woman women worker youngster youth londoner scot briton
    parishioner householder expert artist performer workforce electorate author writer musician creative freelancer friend fan`),
  use: words(`
    attendance appointment booking borrowing call checkout click comment contact conversation crossing download
    engagement enquiry footfall hit hour hits interaction inquiry loan login logon membership participation query
    referral registration renewal reservation response search sign-up signup stream transaction view visit vote
    use request reference issue log-in ticket signature case intervention placement swap exchange
    read admission page-view like share message letter email tweet play listen purchase`),
  output: words(`
    entry event class session workshop course meal pack parcel bag box lesson talk performance concert gig exhibition
    show screening tour festival activity storytime rhymetime poem resource voucher card
    delivery display game story film video prize medal certificate training drop-in clinic kit sim`),
  economy: words(`
    apprenticeship business company firm home household house job premises property sme start-up startup
    enterprise qualification accreditation employer shop pub bank dwelling street destination`),
  assets: words(`
    archive authority chair bed board book bookstock branch building bus centre center chapter charity chromebook church
    club collection committee community computer copy council country county department device district ebook
    employee secondee e-book eaudiobook audiobook title item exhibit facility ftes fte fund funder garden grant group hub
    institution ipad kiosk laptop librarian library location machine magazine manager museum neighbourhood
    newspaper object office officer organisation organization outlet part-timer partner partnership pc pcs place
    playgroup post printer programme project provider region role room scheme school screen seat service shelf
    site space staff stop store supplier tablet team terminal title tool town township trust trustee university van
    vehicle venue village volunteer councillor teacher professional para-professional sector website location nursery
    hospital prison consortium network councilor appliance workstation language shelter borough city nation
    garage pool theatre gallery cinema champion ambassador photograph photo negative postcard`),
  trivial: words(`
    leaflet flyer poster aim answer approach aspect area category challenge choice component element example factor feature goal heading
    idea kind list matter meeting method objective occasion option page paragraph part piece phase point principle
    priority problem question reason recommendation section sentence stage standard step strand theme thing topic
    type version way word pillar value side hand line form document report paper outcome
    mission strategy stream layer rule row column figure number ward hat trip bit lot load deadline decision
    formula tip format dimension colour color floor storey door window wheel leg arm eye ear level
    objection colleague motion amendment tier lane carriageway`),
};

/** Units that make a number a duration. */
const TIME_UNITS: ReadonlySet<string> = new Set(
  words(`second minute hour day weekday week weekend fortnight month year decade century night evening morning
    afternoon term season generation sec min hr yr o'clock am pm summer winter spring autumn time`),
);

/** Units that make a number a size, a distance or a setting. */
const MEASURE_UNITS: ReadonlySet<string> = new Set(
  words(`metre meter m km kilometre kilometer mile yard foot feet ft inch cm mm acre hectare degree gb mb kb tb gig
    gigabyte megabyte megabit mbps gbps kg gram g litre tonne ton sq square pixel dpi mph px pt hz kw watt volt`),
);

const unitOfNoun = new Map<string, Unit>();
for (const [unit, nouns] of Object.entries(UNITS) as [Unit, readonly string[]][]) {
  for (const noun of nouns) if (!unitOfNoun.has(noun)) unitOfNoun.set(noun, unit);
}

/** The singular of a lower-case noun, near enough to look it up. */
export function singular(noun: string): string {
  if (noun.length > 4 && noun.endsWith('ies')) return `${noun.slice(0, -3)}y`;
  if (noun.length > 4 && /(?:ss|sh|ch|x)es$/.test(noun)) return noun.slice(0, -2);
  if (noun.length > 3 && noun.endsWith('s') && !noun.endsWith('ss') && !noun.endsWith('us')) {
    return noun.slice(0, -1);
  }
  return noun;
}

/** The sort of thing that a noun names, in the singular or plural, lower case; undefined for an unknown one. */
export function unitOf(noun: string): Unit | undefined {
  return unitOfNoun.get(noun) ?? unitOfNoun.get(singular(noun));
}

export function isTimeUnit(noun: string): boolean {
  return TIME_UNITS.has(noun) || TIME_UNITS.has(singular(noun));
}

export function isMeasureUnit(noun: string): boolean {
  return MEASURE_UNITS.has(noun) || MEASURE_UNITS.has(singular(noun));
}

/** The alternatives of a pattern, from words parted by spaces; an underscore stands for a space within one. */
export const anyOf = (text: string): string => words(text).join('|').replaceAll('_', '\\s+');
