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

/** Rise, fall and comparison: what makes a count a proof. */
export const CHANGE = new RegExp(
  `\\b(?:${anyOf(`increas(?:e|es|ed|ing) decreas(?:e|es|ed|ing) ris(?:e|es|en|ing) rose fall falls fallen falling fell
  grow grows grew grown growing growth dropp?(?:ed|ing)? declin(?:e|es|ed|ing) climb(?:s|ed|ing)?
  jump(?:s|ed|ing)? soar(?:s|ed|ing)? surg(?:e|es|ed|ing) slump(?:s|ed|ing)? shr(?:ink|inks|ank|unk)
  plummet(?:s|ed|ing)? double[sd]? doubling tripl(?:e|es|ed|ing) trebl(?:e|es|ed|ing)
  halv(?:e|es|ed|ing) quadrupl(?:e|es|ed) expand(?:s|ed|ing)? exceed(?:s|ed|ing)? outnumber(?:s|ed)?
  overt(?:ake|ook|aken) reduc(?:ed|tion) reductions compared_(?:with|to) in_comparison as_opposed_to
  as_against against_(?:a|an|the|our)_(?:target|average|figure|total) up_from down_from down_to
  up_to_\\d (?:went|gone|going|goes)_(?:up|down|past|from) average higher_than lower_than
  more_than_(?:last|the_previous|in|before|any)
  (?:more|fewer|less)_than_(?:last|the_previous|in_(?:19|20)|before|any)
  than_(?:last|the_previous)_year than_the_(?:\\w+_)?(?:national|average|year) year_on_year per_head
  per_capita times_(?:more|as|higher|the) record_(?:number|breaking|high|levels?) best_ever
  most_successful so_far_this_year`)})\\b`,
);

/** Cuts and closures, which are challenged as growth is. */
export const CUTS =
  /\b(?:cuts?|cutting|clos(?:e|es|ed|ing|ure|ures)|los(?:t|e|es|ing)|loss|axed|scrapped|shut)\b/;

/** A service that shrinks has something to answer for; one that counts what it has keeps its books. */
export const DECLINE =
  /\b(?:fall|falls|fell|fallen|falling|dropp?(?:ed|ing)?|declin\w+|down|reduc\w+|shr[ai]nk\w*|lost|los(?:e|es|ing)|fewer|slump\w*|plummet\w*|halved)\b/;

/** What people did or got: what makes a count of people an effect. */
export const EFFECT = new RegExp(
  `\\b(?:${anyOf(`help(?:s|ed|ing)? support(?:s|ed|ing)? reach(?:es|ed|ing)? benefit(?:s|ed|ing|ted|ting)?
  engag(?:e|es|ed|ing) (?:take|takes|took|taken|taking)_part participat(?:e|es|ed|ing)
  (?:sign|signs|signed|signing)_up join(?:s|ed|ing)? enrol(?:s|led|ling)? attend(?:s|ed|ing)?
  visit(?:s|ed|ing)? borrow(?:s|ed|ing)? us(?:e|es|ed|ing) enjoy(?:s|ed|ing)? creat(?:e|es|ed|ing)
  gain(?:s|ed|ing)? train(?:s|ed|ing)? sav(?:e|es|ed|ing) generat(?:e|es|ed|ing) deliver(?:s|ed|ing)?
  made received register(?:s|ed|ing)? complet(?:e|es|ed|ing) welcom(?:e|es|ed|ing) served
  found_(?:work|jobs?|employment) moved_into got_online went_online downloaded read loaned issued lent
  gave giv(?:en|ing) answered dealt_with handled recorded logged volunteered transformed improved
  achieved led_to access(?:es|ed|ing)? lack(?:s|ed|ing)? suffer(?:s|ed|ing)? live[sd]? living
  experienc(?:e|es|ed|ing) struggl(?:e|es|ed|ing) attract(?:s|ed|ing)? draw(?:s|n|ing)? drew brought
  used provid(?:e|es|ed|ing)`)})\\b`,
);

/** What is done with books and things: what makes a count of them a count of use. */
export const HANDLED =
  /\b(?:borrow(?:s|ed|ing)?|loan(?:s|ed|ing)?|lent|lend(?:s|ing)?|read|reads|reading|issu(?:e|es|ed|ing)|download(?:s|ed|ing)?|handed\s+out|given(?:\s+(?:out|away))?|gifted|distributed|delivered|sold|stream(?:s|ed|ing)?)\b/;

/** Value for money and the wider economy: what makes an amount a claim. */
export const VALUE = new RegExp(
  `\\b(?:${anyOf(`(?:every|each|per)_£\\d+ for_(?:every|each)_pound worth valued value gva gdp econom(?:y|ies|ic)
  contribut(?:e|es|ed|ing|ion) cuts?_of reductions?_of return(?:s|ed)?_(?:of|on) returned saved saving
  savings sav(?:e|es)_(?:the|us|our|them|councils?|taxpayers?) benefit(?:s|ed)?
  cost_of_(?:loneliness|isolation|not|doing|exclusion)
  cost(?:s|ing)?_(?:the_)?(?:town|city|county|village|high_street|local|nhs|society|taxpayers?|economy|country|uk|council_taxpayers|employers|business(?:es)?|families|state)
  exports? turnover social_return generat(?:e|es|ed|ing) spend_in sector income average median typical
  earnings wages? salar(?:y|ies) attendance_allowance pension_credit unclaimed worse_off better_off
  debt poverty shortfall gap inflation per_(?:head|person|resident|capita|visit|household) per_thousand
  per_1,000 bills? a_head`)})\\b`,
);

/** Prices and charges, which are no claims. */
export const PRICE = new RegExp(
  `\\b(?:${anyOf(`tickets? entry admission fee fees charge charges charged price prices priced fine fines fined deposit
  donation donations refundable subscription hire season_ticket book_(?:now|your|a) pay payable
  free_for concessions?
  per_(?:session|class|ticket|day|hour|night|item|child|adult|book|page|copy|sheet) each a_ticket
  raffle prize prizes reservation_charge postage`)})\\b`,
);

/** Wishes, needs and plans: what a count is that has not come about. */
export const PLAN = new RegExp(
  `\\b(?:${anyOf(`we_need need_(?:hundreds|dozens|more|\\d+) needs_to aim(?:s|ing)?_to aims?_(?:is|of)
  hop(?:e|es|ing)_to looking_for plans?_to_(?:bring|create|build|open|recruit)
  want_(?:to_(?:recruit|train|find|hear|reach)|more) seeking recruit(?:s|ed|ing)? bid_for apply_for
  applied_for target_(?:of|is) target(?:s|ed)? goals?_of
  ask(?:s|ed|ing)?_(?:for|cabinet|members|the_committee) would_be_asked would_need would_cost we_ask
  recommend(?:s|ed|ation|ations)? approv(?:e|es|ed|al) agree(?:s|d)?_to_(?:fund|spend|buy)
  (?:up_to|at_least)_\\w+_(?:volunteers?|places?|spaces?|grants?) spaces?_available places_available
  room_for capacity_for can_(?:sit|seat|hold|fit|be_(?:seated|accommodated)) seating_for
  (?:the|an)_aim_(?:that|of) limited_to maximum minimum`)})\\b`,
);

/** Those who answered a survey: its size, not its result. */
export const SAMPLE = new RegExp(
  `\\b(?:${anyOf(`responses? questionnaires? respond(?:ed|ents?) repl(?:y|ied|ies) answered
  completed_(?:the|our|a|this)_(?:\\w+_)?(?:survey|questionnaire)
  took_part_in_(?:the|our|an?|this)_(?:[\\w-]+_){0,5}(?:survey|consultation|poll)
  were_(?:surveyed|interviewed|consulted|polled|asked) surveyed interviewed polled sample
  asked_(?:over_|some_|nearly_|about_|more_than_)?\\d[\\d,]*
  (?:came|sent)_back(?!_(?:an?|for|to|the|every|each|again|with|in(?:to)?|here|after)\\b) were_returned`)})\\b`,
);

/** A place larger than the service's own: what makes a count of libraries a fact about the sector. */
export const WIDE = new RegExp(
  `\\b(?:${anyOf(`
  (?:in|across|throughout|around)_(?:the_)?(?:england|scotland|wales|ireland|britain|uk|united_kingdom|country|world|nation|europe|globe)
  national(?:ly)? nationwide worldwide globally uk-wide english scottish welsh british
  (?:in|across)_(?:northern_ireland|great_britain)`)})\\b`,
);
