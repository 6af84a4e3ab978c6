import type { ArxivId } from './arxiv-id';
import { readArxivId } from './arxiv-id';

/** Source: DOI Handbook, 2.2: a prefix `10.` and a registrant, a slash, and any printable characters. */
const DOI = /^10\.\d{4,9}(?:\.\d+)*\/[^\s"<>{}\\]+$/u;

const LONGEST_DOI = 500;

/**
 * A DOI in lower case without its resolver (`https://doi.org/`, `doi:`), or `undefined` for what is no DOI. A DOI that arXiv gives
 * (`10.48550/arXiv.2205.14135`) is the identifier of the preprint instead.
 */
export function readDoi(text: string): { readonly doi: string } | ArxivId | undefined {
  const bare = text.slice(0, LONGEST_DOI).trim().replace(/^(?:https?:\/\/)?(?:(?:www|dx)\.)?doi\.org\//iu, '').replace(/^doi\s?[:=]?\s?/iu, '');
  const doi = bare.replace(/%2f/giu, '/').replace(/[.,;]+$/u, '').toLowerCase();
  if (!DOI.test(doi)) {
    return undefined;
  }
  const preprint = /^10\.48550\/arxiv\.(.+)$/u.exec(doi)?.[1];
  return (preprint === undefined ? undefined : readArxivId(preprint)) ?? { doi };
}
