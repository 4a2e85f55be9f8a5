/** Classes of words that phrases speak of as `@name`, each in the notation of phrases. */
export const CLASSES: Readonly<Record<string, string>> = {
  /** Before a number: how near it comes. */
  about:
    'about|around|some|nearly|almost|over|only|just|roughly|at least|at most|up to|more than|less than|fewer than|as many as|another|a total of|an average of',
  /** What people did or got: what makes a count of people an effect. */
  effect:
    'help(s|ed|ing)?|support(s|ed|ing)?|reach(es|ed|ing)?|benefit(s|t?ed|t?ing)?|engag(e|es|ed|ing)|(take|takes|took|taken|taking) part|participat(e|es|ed|ing)|sign(s|ed|ing)? up|join(s|ed|ing)?|enrol(s|led|ling)?|attend(s|ed|ing)?|visit(s|ed|ing)?|borrow(s|ed|ing)?|us(e|es|ed|ing)|enjoy(s|ed|ing)?|creat(e|es|ed|ing)|gain(s|ed|ing)?|train(s|ed|ing)?|sav(e|es|ed|ing)|generat(e|es|ed|ing)|deliver(s|ed|ing)?|made|received|register(s|ed|ing)?|complet(e|es|ed|ing)|welcom(e|es|ed|ing)|served|found (work|jobs?|employment)|moved into|(got|went) online|downloaded|read|loaned|issued|lent|gave|giv(en|ing)|answered|dealt with|handled|recorded|logged|volunteered|transformed|improved|achieved|led to|access(es|ed|ing)?|lack(s|ed|ing)?|suffer(s|ed|ing)?|live[sd]?|living|experienc(e|es|ed|ing)|struggl(e|es|ed|ing)|attract(s|ed|ing)?|draw(s|n|ing)?|drew|brought|provid(e|es|ed|ing)',
  /** What people gain by help: work, a course, a contract. */
  gain: 'work|jobs?|posts?|positions?|roles?|employment|self-employment|placements?|business(es)?|trad(e|ing)|company|firms?|courses?|college|university|school|apprenticeships?|commissions?|contracts?|qualifications?|certificates?|awards?|degrees?|diplomas?|training|education|enterprises?|premises|volunteering',
  /** Those who speak of what they themselves will do, and what they do it with. */
  provider:
    'project|service|librar(y|ies)|scheme|programme|grant|fund|funding|money|award|investment|strategy|review|hub|club|course|pilot|bid|partnership|team|branch|campaign|trust|council|offer|refurbishment|building',
  /** A study or data set: a thing that one can ask for and read. With a capital too, as at the start of a sentence. */
  study:
    '_reports?|_surveys?|_stud(y|ies)|_evaluations?|_review|_census|_polls?|_polling|_ind(ex|ices)|_audits?|_inquiry|_investigations?|_green paper|_business plan|_cabinet papers|_council papers|_committee papers|_board papers|_scorecard|_dashboard|_yearbook|_dissertation|_thesis|_enquiry|_assessment|_appraisal|_inspection|_consultations?|_questionnaire|_barometer|_tracker|_bulletin|_briefing( papers?)?|_white paper|_article|_newsletter|_press release|_manifesto|_statement|_factsheet|_prospectus|_submission|_minutes|_dataset|_data set|_database|_statistics|_stats|_league tables?|_rankings?|_annual accounts|_returns|_infographic|_research|_analysis|_findings|_figures|_data|_results|_estimates|_projections|_modelling|_needs assessment|_business case|_impact assessment|_budget papers?|_budget proposals?|_budget plans?|_proposals',
  /** What is reported to somebody who is to see to it, which states nothing. */
  turnedin:
    "((an?|any|the|their|your|its|more) )?((?!(on|of|about|for|by|from|in|into|to|that|says?|shows?|found|and|with)>)[\\w'’-]+ ){0,2}?(repairs?|faults?|potholes?|absences?|crimes?|incidents?|leaks?|bins?|thefts?|sightings?|fly-tipping|abuse|damage)>",
  /** What those do who have found something out, where it is said that they did. */
  report:
    '(found|finds|find)(?! (it|them(selves)?|him(self)?|her(self)?|work|jobs?|time|ways?|room|space|an? (home|way|place|job|new|good)|(\\w+ )?work)>)|estimate[sd]?|reported|reports|report(?! @turnedin)|shows?|showed|shown|suggests?|suggested|calculate[sd]?|puts?(?= (\\S+ ){0,8}at>)|reckons?|forecasts?|forecasted|predicts?|predicted|record(s|ed)?|states?|stated|revealed|reveals?|indicate[sd]?|conclude[sd]?|come to the conclusion|came to the conclusion|worked out|added up|counts|note[sd]?|publish(ed|es)(?= (that|figures|data|statistics|numbers|research|an? \\w*\\s?(report|survey|study))>)|listed|lists|confirm(s|ed)?|identif(y|ies|ied)|demonstrate[sd]?|established|counted|measured|says?|said|quoted?|points? out|pointed out|argues?|argued|claims|replied|believes?|thinks|warns|warned|maintains|highlight(s|ed)?|announced|awarded|explain(s|ed)|advise[sd]|add(s|ed)(?! (up|to|a|an|the|new|more|#))|stressed|disclosed',
  /** Bodies and offices that keep figures of their own, and answer for them. */
  body: '_council|_authority|_office|_schools?|_academ(y|ies)|_college|_university|_trust|_hospital|_surger(y|ies)|_practices?|GPs?|_department|_ministry|_government|_police|_charity|_foundation|_association|_society|_board|_chamber|_federation|_agency|_commission|_head(teachers?| teachers?|s)?|_teachers?|_principal|_assessors?|_inspectors?|_auditors?|_evaluators?|_researchers?|_consultants?|_economists?|_academics|_treasurer|_secretary|_officers?|_link workers?|_commissioner|_manager|_director|_leader|_minister|_chair(man|woman|person)?|_chief _executive|_librarian|_mayor|_spokes(man|woman|person)|_organi[sz]ers?|_co-?ordinator|_convener|_union|_committee|_campaign|_inquiry|_panel|_task\\s*force|_regulator|_watchdog|_coalition|_alliance|_network|_forum|_bank|_ombudsman',
  /** A name in capitals: "Arts Council England", "the Trust for the North". */
  name: String.raw`(?<![\w&.-]|\w['’])[A-Z][\w'’&.-]*(?:\s+(?:(?:of|for|and|the|&|in|on|at|de|upon)\s+){0,2}[A-Z0-9][\w'’&.-]*){0,7}`,
  /** A month, a season or a day of the week. */
  date: '(Jan(uary)?|Feb(ruary)?|Mar(ch)?|Apr(il)?|May|June?|July?|Aug(ust)?|Sept?(ember)?|Oct(ober)?|Nov(ember)?|Dec(ember)?)|_spring|_summer|_autumn|_winter|Easter|Christmas|(Mon|Tues?|Wed(nes)?|Thu(rs)?|Fri|Sat(ur)?|Sun)(day)?',
};
