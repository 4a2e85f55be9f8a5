/**
 * Phrases beside a figure, by what they say of it: whether somebody must have measured it. In lower case, as are the
 * texts that they are looked for in. A phrase with `$` stands before the figure, one with `^` behind it, others near it.
 */
import { phrases } from '../english/phrases';

export const SAYS = phrases('kinds', {
  // What has not come about, or proves nothing of today.
  supposed: "<(if|suppose|supposing|imagine) ((?!one of>)[\\w’',-]+ ){0,6}$",
  longAgo:
    '<(1[5-8]##|19[0-6]#|world war|great war|victorian?|edwardian|(eighteenth|nineteenth|18th|19th)[-\\s]century)>',
  today: '<(now|today|since|still|compared|this year|last year|20[012]#)>',
  yetToBe: '<(would (be|become)|(is|are) to (be|become|develop|build|create|open|launch|set up))>~140$',
  aimedAt:
    '<(aims?|aiming|wants?|hop(e|es|ing)|plans?|pledged?|promised?|committed|intends?|ambition|target|goal|objective) ((is|was|of) (at least )?|(is )?(to …1(cut|reduce|increase|raise|grow|lower|bring|get|reach|achieve|double|save|lift|improve)>|that )~140)?$|<means? to (have )?$',
  target:
    '(^|[.;\\n])\\W{0,140}(our |the )?(targets?|aims?|goals?|objectives?|ambition|milestones?|kpis?)>[^.:;\\n]{0,30}:[^.;\\n]{0,140}$',
  undertaken:
    '<((we|(the|our|this|its|an?|each|new|every) …3(@provider)) …3(will|would|shall)|we’ll) ([^\\s.;:()]+ ){0,9}$',
  willDo: '<(will|would|shall|we’ll) ((?!(and|but) )[^\\s.,;]+ ){0,7}$',
  areHit: '^ …2(affected|worse off|without)>',
  demanded: '<(ask(s|ed)?|requir(e|es|ed)|propos(e|es|ed)|recommend(s|ed)?|insist(s|ed)?) that …4$',
  planned:
    '<(we need|need (hundreds|dozens|more|#+)|needs to|aim(s|ing)? to|aims? (is|of)|hop(e|es|ing) to|looking for|plans? to (bring|create|build|open|recruit)|want (to (recruit|train|find|hear|reach)|more)|seeking|recruit(s|ed|ing)?|bid for|appl(y|ied) for|target(s|ed|_of|_is)?|goals? of|ask(s|ed|ing)? (for|cabinet|members|the committee)|would be asked|would need|would cost|we ask|recommend(s|ed|ation|ations)?|approv(e|es|ed|al)|spaces? available|room for|capacity for|can (sit|seat|hold|fit)|the aim (that|of)|limited to|maximum|minimum)>',
  // A service's own books.
  upTo: '<up to $',
  hasRoom:
    '<(seats?|seating|sleeps|accommodates?|licensed for|capacity (of|for|is)|room for|space for|can (take|hold|fit|seat)) (@about )?$',
  asked:
    '<(responses?|questionnaires?|respond(ed|ents?)|repl(y|ied|ies)|answered|surveyed|interviewed|polled|sample|were (consulted|asked)|took part in (the|our|an?|this) …5(survey|consultation|poll)|asked (@about )?#|were returned)>',
  who: '^ who>',
  // A change, a comparison, a loss.
  change:
    '<(increas(e|es|ed|ing)|decreas(e|es|ed|ing)|ris(e|es|en|ing)|rose|fall|falls|fallen|falling|fell|grow|grows|grew|grown|growing|growth|dropp?(ed|ing)?|declin(e|es|ed|ing)|climb(s|ed|ing)?|jump(s|ed|ing)?|soar(s|ed|ing)?|surg(e|es|ed|ing)|slump(s|ed|ing)?|shr(ink|inks|ank|unk)|plummet(s|ed|ing)?|double[sd]?|doubling|(trip|treb|quadrup)l(e|es|ed|ing)|halv(e|es|ed|ing)|expand(s|ed|ing)?|exceed(s|ed|ing)?|outnumber(s|ed)?|overt(ake|ook|aken)|reduc(ed|tions?)|compared (with|to)|in comparison|as opposed to|as against|against (an?|the|our) (target|average|figure|total)|(up|down) from|down to|up to #|(went|gone|going|goes) (up|down|past|from)|average|(higher|lower) than|(more|fewer|less) than (last|the previous|in|before|any)|than (last|the previous) year|than the …1(national|average|year)|year on year|per head|per capita|times (more|as|higher|the)|record (number|breaking|high|levels?)|best ever|so far this year)>',
  decline:
    '<(fall|falls|fell|fallen|falling|dropp?(ed|ing)?|declin\\w+|down|reduc\\w+|shr[ai]nk\\w*|lost|los(e|es|ing)|fewer|slump\\w*|plummet\\w*|halved)>',
  cuts: '<(cuts?|cutting|clos(e|es|ed|ing|ure|ures)|los(t|e|es|ing)|loss|axed|scrapped|shut)>',
  against:
    '<(against (an?|the|our) (target|average|total|plan)|as against|compared (with|to)|(down|up) from|instead of the)>',
  againstMoney: "^( [\\w’'-]+){0,5}? (as )?(against|compared (with|to)) (£|#)",
  byThen:
    '<by (the )?(end of (the )?)?(?!(end|time|way|side)>)\\w+,? (there|it|we|they|numbers?|membership) (was|were|had) …3$',
  lastTime:
    '<(last|the previous) (year|summer|time|term|autumn|spring|winter|month|season)(’s)?,? (it|there|we|they|that|this|figure) (was|were|had) …1$',
  likened: '<(equivalent (to|of)|as (bad|harmful|damaging|good|dangerous)>~20 as) …3$',
  began: '<(began|begun) (in \\w+ )?(with|as|at) (only |just )?$',
  asMany: '<(as many as|upwards of) $',
  gone: '^~<(has|have|had|were|was|been) (been |all |now )?(shut|closed|gone|lost|cut|axed|disappeared|vanished|withdrawn|scrapped)>',
  lost: '<(lost|closed|shut|axed|scrapped|clos(ure|ing) of|loss of) …2$',
  since: '<(since|in the (last|past)|in …1(years?|decade)|this (year|decade))>',
  sinceThen: '(^|[.;]\\s)\\W{0,140}(since|in (the (last|past) )?\\w+ years?)>~40$',
  // What came of it.
  becameOf:
    '<((have|has|had) ((all|both|each|also) )?(since|now|already)|(since|later|then) (then )?(found|became?|got|gone|went|moved|bought|taken|took|set|started|begun|opened|signed)|(have|has|had) (gone (on|back|from|into|up)|moved (on|into|up)|come out of|taken (on|up)|set up|become|given up|got)|(went|gone|go|going|moved|progressed) (on to|straight|back to|into)|(are|were|is|was) (now|training|studying|volunteering)|now (have|has|runs?|works?|holds?|owns?|employs?|earns?|uses?|teach|volunteer|leads?|sells?|trades?|reads?)|(have|has) (a|found) (post|job|place|contract)|can now|able to \\w+ (by|for) themselves|cut down|stopped(?! (me|us|him|her|by)>)|gave up|gone down|up and running|graduated|passed(?! (on|by|to|from)>)|succeeded|finished|dropped out|made (a|their) first|(made|reached|met) (the )?(expected|standard)|signed up (for|to)|(have|has) used (it|them|this|these) to|(have|has|had) been (set up|started|launched|founded|formed) (by|as|since|through|with)|for the first time|(was|were|been) (picked up|taken on|snapped up) by|(was|were|been) offered an?|(asked|begged) to be|would otherwise|straight (on|over|to|into)|into ((paid|full-time|part-time|a|further|better) )*(@gain)|in (paid |full-time |part-time )?(work|jobs|employment)|on the strength of|as a (direct )?result|thanks to|because of (it|this|us|the)|(found|finds?|got|gets?|gained|secured|won|landed|started|starts?|began|begun|set up|launched|opened|took up|taken up|obtained|achieved|earned|entered) …3(@gain))>',
  elsewhere: '[;.!?](\\s|$)|, and (an?|the|one|two|three|#)|\\s[–—] ',
  maybe: '<(will|would|shall|could|might|may|should|to be|hopes? to|want(s|ed)? to)>',
  helped:
    '<(sent|got|gets?|getting|help(s|ed|ing)?|moved|placed|referred|brought|put|led|enabled|allowed|led to) …2$',
  intoIt:
    '^ …7(into|onto|on to|over to|back to|straight|online|trading|working|reading|becoming|getting|finding|starting|writing)>',
  foundFor: '<found …1(work|jobs?|posts?|places?|homes?) for …2$',
  someOf:
    '^ of (the|them|those|these|our|us|his|her|its|their|whom) …4((have|has) (since |also |already )?(been )?[a-z]+(ed|en|wn|ne|un|ght|und|ome|eft|ept|ost|old|et|ut)>|now [a-z]+)',
  ofLife: '^~<(have|has|had|now) (since |both |all )?(lost|died|retired|moved away|travel|married|grown up)>',
  ofWhom:
    '^ of (whom|these|them) ((all|also|now) )?(live|lived|have (never|not|no)|said|came from|(it|this|that) was (the|their|his|her) first)>|^( of (the|our|its|these|those))? \\w+ (it|this|that) was (the|their|his|her) first>',
  ofThemAlone:
    '^ (had|have) (never|not|since|now|already|been (given|offered|taken on|helped|found|referred|moved))>',
  ledTo: '<(led to|resulted in|creat(ed|ing)|generated|safeguarded) …6$',
  effect: '<(@effect)>',
  handled:
    '<(borrow(s|ed|ing)?|loan(s|ed|ing)?|lent|lend(s|ing)?|read|reads|reading|issu(e|es|ed|ing)|download(s|ed|ing)?|handed out|given|gifted|distributed|delivered|sold|stream(s|ed|ing)?)>',
  // A place larger than the service's own.
  inServices:
    '^ (public )?library (services|authorities) (have|now|already|are now|were found|offer|run|lend|use|say|said|report)>',
  sector: '^ …2(libraries|branches|councils|local authorities|communities)>',
  volunteers:
    '^ …2(volunteers|champions) (have )?(now |already |since )?(signed up|c[oa]me forward|joined|giving up)>',
  // Percentages and shares.
  budgeted:
    '<(council tax|precept|charged at|base rate|match[-\\s]fund\\w*|pay (award|rise)|interest rate|vat|levy|discount|contingenc\\w+|indexation|assumed|allowed|entitled to)>',
  discount: '^\\s*(off(?! (the|its|their|our) …1(hours|budget|grant|staff|fund))|discount|vat|apr)>',
  oneThing:
    '^ (of (it|this|that)>|(of )?(the|my|his|her|a|your) (floor|room|book|story|battle|wall|building|page|house|garden|shelf|sky|(people|\\w+) i know)>)',
  roughly:
    '<(than|over|nearly|almost|about|around|under|to|just|only|barely|hardly|fully|many as|some|roughly|approximately|by|up|down) $',
  together:
    '^ (say|said|have|had|has|never|did|could|would|went|took|knew|got|were|are|felt|feel|think|thought|report(ed)?|told|came|come|live[sd]?|use[sd]?|do|want(ed)?|agreed?|(of )?(us|them|those|all))>',
  oneBody:
    '^ (of )?(all )?(the |our |their |its )?([\\w-]+ )?(group|class|audience|membership|cohort|intake|population|workforce|electorate|staff|team|village|town)>',
  // Money.
  costsPeople:
    '<costs? (each|every|an?) …2(household|family|person|resident|adult|pensioner|patient|parent|child|home|business|firm|employer|taxpayer) (an? )?((@about|extra) )*$',
  elsewhereCosts:
    '<would ((otherwise|normally|have) )*(cost|set) (an?|each|the|any|them|you|most)>|<would (otherwise|have) (have )?cost>|<would cost>~40<to buy>',
  returns: '<(for|from|on|in) (every|each) (pound|£\\s?1)>(?!,?#)',
  price:
    '<(tickets?|entry|admission|fees?|charge[sd]?|price[sd]?|prices|fine[sd]?|deposit|donations?|refundable|subscription|hire|season ticket|book (now|your|a)|pay|payable|free for|concessions?|per (session|class|ticket|day|hour|night|item|child|adult|book|page|copy|sheet)|each|a ticket|raffle|prizes?|postage)>',
  mustSave: '<must (find and )?sav(e|es) …4$',
  savingSought:
    '<(agree|find|make|deliver|achieve|identify|require|propose)[sd]? (an? |the )?…1savings? of>|<savings? (of \\S+ )?((is|are|was|were) )?(required|needed|sought|proposed|to be (made|found|achieved|delivered))>',
  saves: '<sav(e|es|ed|ing) …4$',
  value:
    '<((every|each|per) £#+|for (every|each) pound|worth|valued?|gva|gdp|econom(y|ies|ic)|contribut(e|es|ed|ing|ion)|(cuts?|reductions?) of|return(s|ed)? (of|on)|returned|sav(ed|ings?)|save (the|us|our|them|councils?|taxpayers?)|benefit(s|ed)?|cost of (loneliness|isolation|not|doing|exclusion)|cost(s|ing)? (the )?(town|city|county|village|high street|local|nhs|society|taxpayers?|economy|country|uk|employers|business(es)?|families|state)|exports?|turnover|social return|generat(e|es|ed|ing)|spend in|sector|income|average|median|typical|earnings|wages?|salar(y|ies)|attendance allowance|pension credit|unclaimed|(worse|better) off|debt|poverty|shortfall|gap|inflation|per (head|person|resident|capita|visit|household|thousand|1,000)|bills?|a head)>',
});
