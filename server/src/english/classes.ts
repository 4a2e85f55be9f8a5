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
};
