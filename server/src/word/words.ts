/** What we print ourselves, in one language. */
export interface Words {
  readonly details: {
    readonly reportTo: string;
    readonly audience: string;
    readonly from: string;
    readonly date: string;
    readonly status: string;
  };
  readonly contents: string;
  readonly sources: string;
  /** "Page 2 of 9": what stands before each of its numbers. */
  readonly page: readonly [page: string, of: string];
  readonly alerts: Readonly<Record<string, string>>;
  readonly picture: string;
  /** Names of the months from January on. */
  readonly months: readonly string[];
}

const ENGLISH: Words = {
  details: { reportTo: 'Report to', audience: 'For', from: 'From', date: 'Date', status: 'Status' },
  contents: 'Contents',
  sources: 'Sources',
  page: ['Page ', ' of '],
  alerts: { note: 'Note', tip: 'Tip', important: 'Important', warning: 'Warning', caution: 'Caution' },
  picture: 'Picture',
  months: 'January February March April May June July August September October November December'.split(' '),
};

const WELSH: Words = {
  details: {
    reportTo: 'Adroddiad i',
    audience: 'At sylw',
    from: 'Oddi wrth',
    date: 'Dyddiad',
    status: 'Statws',
  },
  contents: 'Cynnwys',
  sources: 'Ffynonellau',
  page: ['Tudalen ', ' o '],
  alerts: { note: 'Nodyn', tip: 'Awgrym', important: 'Pwysig', warning: 'Rhybudd', caution: 'Gofal' },
  picture: 'Llun',
  months: 'Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr'.split(' '),
};

/** Our words in a language; those of English where there are none. */
export function wordsIn(language: string): Words {
  return /^cy\b/i.test(language) ? WELSH : ENGLISH;
}
