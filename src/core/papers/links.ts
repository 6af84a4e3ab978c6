import type { Link } from './link';
import { describeUrl } from './link-kinds';

/** Longer than any browser's address bar makes use of; what exceeds it is no link to offer. */
const LONGEST_URL = 2048;

const SCHEME = /https?:\/\//giu;

/**
 * Characters that may be in a URL, brackets aside. Not among them: blanks, controls, quotes and angle brackets,
 * braces (TeX writes `\url{…}` and `\href{…}{…}`), full-width punctuation, invisible and direction-changing
 * characters that make a URL look like another. A backslash only as TeX's escape in front of `_ # % & ~`.
 */
const RUN =
  /(?:\\[_#%&~]|[^\s\p{Cc}\p{Cf}\p{Co}\p{Cs}"“”„«»<>`{}()[\]|\\^\u3000-\u303F\uFF00-\uFF20\uFF3B-\uFF40\uFF5B-\uFF65])*/uy;

const TRAILING = new Set(['.', ',', ';', ':', '!', '?', "'", '’', '‘', '*', '…']);

/**
 * Finds the http and https URLs of a text. Punctuation of the sentence around a URL is not part of it, nor is
 * a closing bracket that was not opened inside it. URLs with credentials, without a dotted host
 * name or of more than 2048 characters are left out: they are not links a paper means.
 *
 * `url` is `text.slice(start, end)` without TeX's backslashes (`SDXL\_NCP` is `SDXL_NCP`).
 */
export function findLinks(text: string): readonly Link[] {
  const links: Link[] = [];
  let end = 0;
  for (const { index: start, 0: scheme } of text.matchAll(SCHEME)) {
    if (start < end) {
      continue;
    }
    end = endOfUrl(text, start + scheme.length);
    const url = text.slice(start, end).replace(/\\([_#%&~])/gu, '$1');
    const described = url.length <= LONGEST_URL ? describeUrl(url) : undefined;
    if (described !== undefined) {
      links.push({ kind: described.kind, label: described.label, url, start, end });
    }
  }
  return links;
}

const found = new WeakMap<object, readonly Link[]>();

/** The links of a paper's abstract, in order of appearance. They are looked for once a paper. */
export function linksOf(paper: { readonly abstract: string }): readonly Link[] {
  const known = found.get(paper) ?? findLinks(paper.abstract);
  found.set(paper, known);
  return known;
}

/** Where to find and how to get a repository. */
export interface Repository {
  /** For `git clone`; always https. */
  readonly cloneUrl: string;
  readonly webUrl: string;
}

/** The repository a link is or leads into, or `undefined` for links to anything else. */
export function repositoryOf(link: Link): Repository | undefined {
  const address = link.kind === 'repository' || link.kind === 'file' ? describeUrl(link.url)?.repository : undefined;
  return address === undefined ? undefined : { cloneUrl: `${address}.git`, webUrl: address };
}

type Open = Record<'(' | '[', number>;

/** End of the URL whose scheme ends at `from`: in front of the sentence's punctuation and of a bracket that was opened before it. */
function endOfUrl(text: string, from: number): number {
  const open: Open = { '(': 0, '[': 0 };
  let end = from;
  for (;;) {
    RUN.lastIndex = end;
    end += RUN.exec(text)?.[0].length ?? 0;
    const bracket = text[end];
    if (bracket === '(' || bracket === '[') {
      open[bracket]++;
    } else if (bracket === ')' && open['('] > 0) {
      open['(']--;
    } else if (bracket === ']' && open['['] > 0) {
      open['[']--;
    } else {
      break;
    }
    end++;
  }
  while (end > from && isTrailing(text.charAt(end - 1), open)) {
    end--;
  }
  return end;
}

/** An opening bracket at the very end was never closed; it belongs to what follows. */
function isTrailing(last: string, open: Open): boolean {
  if ((last === '(' || last === '[') && open[last] > 0) {
    open[last]--;
    return true;
  }
  return TRAILING.has(last);
}
