/** An arXiv identifier and the version it names, if it names one. */
export interface ArxivId {
  /** Without version and subject class, for example `2205.14135` or `hep-ex/0307015`. */
  readonly arxivId: string;
  readonly arxivVersion?: number;
}

/**
 * Source: arXiv, "Understanding the arXiv identifier": `YYMM.NNNN`, from 2015 on `YYMM.NNNNN`; before April 2007
 * `archive/YYMMNNN`, where the archive may carry a subject class (`math.GT/0309136`) that is not part of the identifier.
 */
export const ARXIV_ID = String.raw`(\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}|[a-z]{2,8}(?:-[a-z]{2,4})?(?:\.[a-z]{2}(?:-[a-z]{2,3})?)?/\d{2}(?:0[1-9]|1[0-2])\d{3})(?:v([1-9]\d{0,2}))?(?!\d)`;

const MARKS = String.raw`\barxiv\s?:\s?|\barxiv\.org(?::|/(?:[a-z-]{2,8}/)?)|\b10\.48550/arxiv\.|\bhuggingface\.co/papers/`;

const MARKED = new RegExp(`(?:${MARKS})${ARXIV_ID}`, 'iu');
const WHOLE = new RegExp(String.raw`^(?:(?:oai:)?arxiv(?:\.org)?\s?:\s?)?${ARXIV_ID}(?:\s?\[[\w.,; -]{1,80}\])?$`, 'iu');

/** No text that names a paper by its identifier is longer. */
const LONGEST_MENTION = 2000;

/** Reads a text that is an arXiv identifier and nothing else (`2205.14135v2`, `arXiv:hep-ex/0307015 [hep-ex]`). */
export function readArxivId(text: string): ArxivId | undefined {
  return arxivIdOf(WHOLE.exec(text.slice(0, LONGEST_MENTION).trim()));
}

/**
 * Finds an arXiv identifier that a text marks as one: behind `arXiv:`, in a URL of arxiv.org or of a mirror of its identifiers, in a
 * DOI of arXiv, or as the whole text.
 */
export function findArxivId(text: string): ArxivId | undefined {
  return readArxivId(text) ?? arxivIdOf(MARKED.exec(text.slice(0, LONGEST_MENTION)));
}

/** The abstract page of a preprint. */
export function arxivPage(arxivId: string): string {
  return `https://arxiv.org/abs/${arxivId}`;
}

const ARCHIVES =
  'acc-phys adap-org alg-geom ao-sci astro-ph atom-ph bayes-an chao-dyn chem-ph cmp-lg comp-gas cond-mat cs dg-ga econ eess funct-an gr-qc ' +
  'hep-ex hep-lat hep-ph hep-th math math-ph mtrl-th nlin nucl-ex nucl-th patt-sol physics plasm-ph q-alg q-bio q-fin quant-ph ' +
  'solv-int stat supr-con';
const ARCHIVE_NAMES: ReadonlySet<string> = new Set(ARCHIVES.split(' '));

/** True for a subject class of arXiv: `cs.LG`, `hep-ph`, `cond-mat.stat-mech`. */
export function isArxivClass(text: string): boolean {
  const [archive = '', subject, ...others] = text.split('.', 3);
  return others.length === 0 && ARCHIVE_NAMES.has(archive) && (subject === undefined || /^[A-Za-z]{2}$|^[a-z]{2,5}-[a-z]{2,5}$/u.test(subject));
}

function arxivIdOf(match: RegExpExecArray | null): ArxivId | undefined {
  const [, id, version] = match ?? [];
  if (id === undefined) {
    return undefined;
  }
  const arxivId = id.toLowerCase().replace(/\.[a-z-]+\//u, '/');
  return version === undefined ? { arxivId } : { arxivId, arxivVersion: Number(version) };
}
