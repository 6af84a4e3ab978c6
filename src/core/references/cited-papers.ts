import type { Library } from '../papers/library';
import { describeUrl } from '../papers/link-kinds';
import { linksOf, repositoryOf } from '../papers/links';
import type { Paper } from '../papers/paper';
import { forEach, type Steps } from '../steps';
import type { Citation } from './citation';
import { enclosingAddresses, repositoryAddress } from './repository-address';

/** Which papers of a library a citation names. */
export interface CitedPapers {
  readonly library: Library;
  /** One, as a rule: only a repository can be that of several papers. None when the library has no such paper. */
  papersOf(citation: Pick<Citation, 'kind' | 'id'>): readonly Paper[];
}

/** Looks once through the library for its identifiers and repositories. */
export function* citedPapers(library: Library): Steps<CitedPapers> {
  const arxiv = new Map<string, Paper>();
  const dois = new Map<string, Paper>();
  const repositories = new Map<string, Paper[]>();
  yield* forEach(library.papers, (paper) => {
    if (paper.arxivId !== undefined) {
      arxiv.set(paper.arxivId, paper);
    }
    if (paper.doi !== undefined) {
      dois.set(paper.doi, paper);
    }
    for (const address of repositoriesOf(paper)) {
      repositories.set(address, [...(repositories.get(address) ?? []), paper]);
    }
  });
  return {
    library,
    papersOf({ kind, id }) {
      switch (kind) {
        case 'key':
          return some(library.paper(id));
        case 'arxiv':
          return some(arxiv.get(id));
        case 'doi':
          return some(dois.get(id));
        case 'repository':
          return enclosingAddresses(id).map((address) => repositories.get(address)).find((papers) => papers !== undefined) ?? [];
      }
    },
  };
}

function repositoriesOf(paper: Paper): ReadonlySet<string> {
  const named = paper.repository === undefined ? [] : [describeUrl(paper.repository)?.repository ?? paper.repository];
  const linked = linksOf(paper).flatMap((link) => repositoryOf(link)?.webUrl ?? (link.kind === 'model' || link.kind === 'dataset' ? modelOf(link.url) : []));
  return new Set([...named, ...linked].flatMap((url) => repositoryAddress(url) ?? []));
}

/** The model or data set that an address leads to or into: `https://huggingface.co/owner/name`. */
function modelOf(url: string): string {
  const [, address = url] = /^(https?:\/\/[^/]+\/(?:datasets\/)?[^/?#]+\/[^/?#]+)/iu.exec(url) ?? [];
  return address;
}

function some(paper: Paper | undefined): readonly Paper[] {
  return paper === undefined ? [] : [paper];
}
