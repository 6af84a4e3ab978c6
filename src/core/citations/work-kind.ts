import type { Json, PaperFields } from '../papers/paper';

/** What kind of work a paper is, as each form of bibliography calls it. */
const KINDS = [
  { bibtex: 'article', csl: 'article-journal', ris: 'JOUR' },
  { bibtex: 'inproceedings', csl: 'paper-conference', ris: 'CONF' },
  { bibtex: 'incollection', csl: 'chapter', ris: 'CHAP' },
  { bibtex: 'book', csl: 'book', ris: 'BOOK' },
  { bibtex: 'phdthesis', csl: 'thesis', ris: 'THES' },
  { bibtex: 'techreport', csl: 'report', ris: 'RPRT' },
  { bibtex: 'misc', csl: 'article', ris: 'GEN' },
] as const;

/** Other names of the kinds above. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  conference: 'inproceedings', inbook: 'incollection', mastersthesis: 'phdthesis', thesis: 'phdthesis', report: 'techreport', collection: 'book',
  CPAPER: 'CONF', MGZN: 'JOUR', EJOUR: 'JOUR', UNPB: 'GEN', ELEC: 'GEN', PREPRINT: 'GEN',
};

type Form = 'bibtex' | 'csl' | 'ris';

/**
 * The type of a paper in one form of bibliography: the one its own source gave, else what its type in another form stands for, else
 * that of an article where there is a venue and that of a preprint where there is none.
 */
export function typeOf(paper: PaperFields, form: Form): string {
  const given: Readonly<Record<Form, string | undefined>> = {
    bibtex: textAt(paper.extra?.bibtex, 'type'),
    csl: textAt(paper.extra?.['csl-json'], 'type'),
    ris: textAt(paper.extra?.ris, 'type'),
  };
  const own = given[form];
  if (own !== undefined) {
    return own;
  }
  const forms = ['bibtex', 'csl', 'ris'] as const;
  const kind = forms.flatMap((other) => KINDS.filter((one) => one[other] === (OTHER_NAMES[given[other] ?? ''] ?? given[other])))[0];
  const [article] = KINDS;
  const preprint = KINDS[6];
  return (kind ?? (paper.venue === undefined ? preprint : article))[form];
}

/** A text that a source gave beyond the fields of a paper. */
export function textAt(extra: Readonly<Record<string, Json>> | undefined, name: string): string | undefined {
  const value = extra !== undefined && Object.hasOwn(extra, name) ? extra[name] : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}
