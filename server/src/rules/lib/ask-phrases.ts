/**
 * The phrases that ask a reader for something, in the syntax of `words/matcher.ts`. A name in braces stands for any
 * of the words of `WORDS`. Each phrase has a sentence in which it asks, and where one is near, a sentence that does not.
 */

/** What a reader can be asked to do. */
const VERBS =
  'accept act adopt agree allocate answer appoint approve argue arrange ask attend authorise award back bring campaign cancel challenge champion choose come comment commit confirm consider contribute decide defend defer delegate deliver discuss donate endorse ensure explain extend fill fund give guarantee help host instruct insist invest invite join keep launch lend let listen lobby maintain make match meet move name nominate offer open oppose pass pause persuade pledge press promise promote propose protect provide publish put raise recommend reconsider refer refuse reject release remind renew reopen replace reply require resolve respond restore return reverse review save scrap secure send set share show sign spare speak sponsor spread stand start stop submit support suspend table take talk tell think tick urge use volunteer vote withdraw work write';

/** What a reader is only asked to do where “please” stands right before it. */
const REACH =
  'call complete contact drop email e-mail fill forward pencil phone ring sit telephone text visit';

/** What is a command where it begins a clause under a heading that asks, and is said for other reasons elsewhere. */
export const COMMANDS = `${VERBS} borrow build buy call close create do draw drop establish get go hold identify include increase introduce lead look note pay post receive recognise report ring-fence say spend`;

/** What decides wherever it begins an item of a list. */
export const DECIDES =
  'approve agree note endorse support vote back adopt authorise delegate reject recommend';

/** What may be asked for by its name under such a heading: "A decision by 5 December". */
export const THINGS =
  'agreement answer approval award commitment contribution debate decision donation funding grant guarantee hour investment letter meeting pause pledge promise reply response review seat signature statement steer support visit vote';

export const WORDS: Readonly<Record<string, string>> = {
  verb: VERBS,
  reach: REACH,
  /** Who can decide or give. A capital keeps the committee's Board from a board of a floor. */
  who: '=you =your cabinet council councillor committee Board executive executives minister mayor leader panel trustees authority Fund funder Foundation Trust Partnership government department commissioner member members candidate MP MPs Cllr Cllrs Mr Mrs Ms Dr Sir Lord Secretary Director Governor editor readers Society company',
  we: "=we =I =we're =we'd =we've =I'm =I'd =I've officers =officer",
  ask: '=ask =asking =urge =urging =recommend =recommending =request =requesting =propose =proposing =seek =seeking =invite =inviting =suggest =suggesting =beg =appeal =appealing =applying =apply =bidding',
  asked: '=asked =recommended =invited =requested =urged =advised',
  given:
    '=approval =agreement =permission =authority =authorisation =funding =support =decision =contribution =commitment =grant =adoption =endorsement =consent =release =views =steer',
  would: '=would =could =will =can =might',
  must: '=should =must',
  agrees:
    '=agrees =approves =adopts =notes =endorses =accepts =authorises =delegates =recommends =supports =considers =resolves =takes =receives',
  done: '=adopted =approved =awarded =extended =funded =introduced =kept =protected =promoted =reconsidered =reinstated =rejected =restored =reversed =saved =withdrawn =made =ended =continued =closed',
  please: '=please =also =kindly =therefore =perhaps =now',
  glad: '=glad =grateful =pleased =delighted =happy',
  sum: 'amount sum grant total funding contribution budget money',
  sought: '=requested =sought =needed =required =wanted',
};

export interface AskPhrase {
  readonly phrase: string;
  readonly asks: string;
  readonly tells?: string;
}

export const ASK_PHRASES: readonly AskPhrase[] = [
  {
    phrase: '{who} … =are … {asked} =to',
    asks: 'Members of the scrutiny committee are asked to note this paper.',
    tells: 'Visitors are asked to leave their umbrellas at the desk.',
  },
  {
    phrase: '{who} … =is … {asked} =to',
    asks: 'Mrs Webb is therefore asked to meet us.',
    tells: 'Mrs Webb asked to keep her old card.',
  },
  { phrase: '=is {asked} =that', asks: 'It is recommended that the roof is replaced.' },
  { phrase: '{we} … {ask} … =to', asks: 'We urge Anne Webb to write to the Leader.' },
  {
    phrase: '{we} … {ask} … =for',
    asks: 'We are asking the Ashby Community Foundation for a grant.',
    tells: 'The group asks for nothing but a room.',
  },
  { phrase: '{we} … {ask} … =that', asks: 'Officers propose that the hall is let.' },
  {
    phrase: '{we} … {ask} … {who}',
    asks: 'We are inviting Severn Bank to become a partner, and we ask your help.',
    tells: 'We asked visitors what they like best, and they said the books.',
  },
  {
    phrase: '{we} {ask} … =for',
    asks: 'We’re asking the Board for £72,000 over two years.',
  },
  { phrase: '{we} … =recommend', asks: 'We recommend Option 2.', tells: 'Doctors recommend the books.' },
  { phrase: '{we} … =propose', asks: 'I propose a partnership between the two.' },
  { phrase: '{ask} … {given}', asks: 'The report is seeking approval for a new lease.' },
  { phrase: '=seeks … {given}', asks: 'The paper seeks the agreement of the Board.' },
  { phrase: '=asks … {who} … =to', asks: 'This report asks Committee to recommend that it stays.' },
  { phrase: '=like =to {ask}', asks: 'I would like to propose a visit.' },
  {
    phrase: '=like … {who}',
    asks: "We'd like £48,500 from the Fund over two years.",
    tells: 'We would like it to rain less.',
  },
  { phrase: '=like =you =to', asks: 'I would like you to come.' },
  { phrase: '{glad} =if =you', asks: 'We would be glad if you came.' },
  { phrase: '{glad} … {given}', asks: 'We would be grateful for a grant of £3,000.' },
  { phrase: '=would … =welcome … =your', asks: 'We would welcome your views by 15 January.' },
  {
    phrase: '=hope … {who} … =will … {verb}',
    asks: 'We hope that the Marlow Trust will meet the other half.',
    tells: 'We hope that you will enjoy the story.',
  },
  { phrase: '{who} =may =wish =to', asks: 'Members may wish to press the Executive for more time.' },
  {
    phrase: '{would} =you {verb}',
    asks: 'Could you spare an hour to meet our volunteers?',
    tells: 'Would you believe that we lent a million books?',
  },
  { phrase: '{would} =you {please} {verb}', asks: 'Will you also table a question to the Minister?' },
  { phrase: '=you =be willing', asks: 'If the date is right, would you be willing to speak?' },
  { phrase: '{would} =we {verb}', asks: 'Could we meet before the end of April?' },
  { phrase: '=may =I {ask}', asks: 'May I suggest an hour in the week of 10 March?' },
  {
    phrase: '=please … {verb}',
    asks: 'Please vote against the closure.',
    tells: 'Please do not hesitate to contact me.',
  },
  {
    phrase: '=please {reach}',
    asks: 'Please ring me on 01632 960 001 when you have read it.',
    tells: 'Please ring us if you have any questions.',
  },
  { phrase: '=please … {would} =you', asks: 'Please would you see us at a surgery this month?' },
  { phrase: '=write … =to =ask', asks: 'I write to ask you to speak up.' },
  { phrase: '=writing … =to =ask', asks: 'I am writing to ask you to speak up.' },
  {
    phrase: '=that … {who} … {agrees}',
    asks: 'That the Executive Member agrees the strategy.',
    tells: 'It was agreed that the silos would be cleaned.',
  },
  { phrase: '{who} … {must} {verb}', asks: 'The council should keep the library open.' },
  { phrase: '{who} … =needs =to {verb}', asks: 'The council needs to think again.' },
  { phrase: '=you … {must} {verb}', asks: 'You must stop it.' },
  { phrase: '{must} =not =be {done}', asks: 'It should not be closed.' },
  { phrase: '{must} =be {done}', asks: 'The branch should be saved.' },
  { phrase: '=needs =to =be {done}', asks: 'Open data needs to be adopted by the whole sector.' },
  { phrase: '{we} need {who} =to', asks: 'We need you to speak up.' },
  { phrase: '{we} want … {who} … =to', asks: 'We want the minister to stop it.' },
  { phrase: 'Do {verb}', asks: 'Do come if you are free.', tells: 'They do work hard.' },
  { phrase: '=do =not close', asks: 'Do not close our library.' },
  { phrase: '=think again', asks: 'We hope that he will think again.' },
  { phrase: '=look again', asks: 'It is time to look again.' },
  { phrase: '=reconsider', asks: 'It is time to reconsider.' },
  { phrase: '=our … =ask', asks: 'Our one ask is a vote.' },
  { phrase: '=the =ask', asks: 'The ask: a vote in May.' },
  { phrase: '=our =request', asks: 'Our request is for a room.' },
  { phrase: '=our =recommendation', asks: 'Our recommendation, and an urgent one, is for him to stop it.' },
  { phrase: '=my =recommendation', asks: 'My recommendation is to stop it.' },
  { phrase: '=what … need =from', asks: 'What we need from the Board: three days of work.' },
  { phrase: '=what … =ask =of =you', asks: "What we'd ask of you: a visit." },
  { phrase: '=what … {asked} =to', asks: 'What you are asked to do: vote.' },
  { phrase: '{sum} … {sought}', asks: 'Amount requested: £48,700 over two years.' },
  { phrase: 'Amount', asks: 'Amount: £4,000 for a year.', tells: 'We lend a large amount of books.' },
  { phrase: '=asking =for', asks: "What we're asking for: £9,000." },
  { phrase: '=asked =of', asks: 'Asked of the housing association, £14,010.' },
  { phrase: '=what =we =want', asks: 'What we want: £9,000 over two years.' },
  { phrase: "=what =we'd =like", asks: "What we'd like" },
  { phrase: '=contribution =of', asks: 'It is for a contribution of £400.' },
  { phrase: '=grant =of', asks: 'It is for a grant of £400.' },
  { phrase: '=investment … =of =your', asks: 'It takes an investment of your time.' },
  { phrase: 'decision {sought}', asks: 'Decision needed by May.' },
  { phrase: '=decision =asked', asks: 'Decision asked for: to adopt the plan.' },
  { phrase: 'action {sought}', asks: 'Action required: sign.' },
  { phrase: '=for =decision', asks: 'For decision' },
  { phrase: '=for =approval', asks: 'For approval' },
  { phrase: '=call =to =action', asks: 'Call to action' },
  { phrase: '=whether … =agree', asks: 'We should know whether you agree.' },
  { phrase: 'RECOMMENDED', asks: 'RECOMMENDED: the plan as it stands.' },
  { phrase: 'RECOMMENDATION', asks: 'RECOMMENDATION: the plan as it stands.' },
  { phrase: 'gofyn', asks: "A'r gofyn: grant." },
];
