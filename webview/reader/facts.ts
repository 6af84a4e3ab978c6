import type { PaperView } from '../../src/protocol/reader';
import { element, type Child } from '../ui/element';
import { counted, dayText } from './words';

/** A byline of up to so many names is shown whole. */
const MOST_NAMES = 10;
const FIRST_NAMES = 6;

type FactName = 'authors' | 'authorCount' | 'organisation' | 'published' | 'comments' | 'upvotes' | 'arxivId' | 'doi' | 'digests';

/** The facts of a paper; `undefined` where its sources do not say. */
export type PaperFacts = { readonly [Name in FactName]: PaperView[Name] };

export function factsOf({ authors, authorCount, organisation, published, comments, upvotes, arxivId, doi, digests }: PaperView): PaperFacts {
  return { authors, authorCount, organisation, published, comments, upvotes, arxivId, doi, digests };
}

/** The names where they are known, then one line of facts. */
export function drawFacts(facts: PaperFacts): readonly Child[] {
  return [facts.authors.length === 0 ? undefined : byline(facts.authors), element('ul', { class: 'facts', 'data-testid': 'facts' }, factItems(facts))];
}

function byline(authors: readonly string[]): HTMLElement {
  if (authors.length <= MOST_NAMES) {
    return element('p', { class: 'byline' }, [authors.join(', ')]);
  }
  const others = counted(authors.length - FIRST_NAMES, 'other', 'others');
  return element('details', { class: 'byline' }, [
    element('summary', {}, [`${authors.slice(0, FIRST_NAMES).join(', ')} and ${others}`]),
    authors.slice(FIRST_NAMES).join(', '),
  ]);
}

function factItems(facts: PaperFacts): readonly HTMLElement[] {
  const { authors, authorCount, organisation, published, comments, upvotes, arxivId, doi, digests } = facts;
  const items: Child[] = [
    authors.length === 0 && authorCount !== undefined ? counted(authorCount, 'author', 'authors') : undefined,
    organisation?.name,
    published === undefined ? undefined : element('time', { datetime: published }, [dayText(published)]),
    comments === undefined ? undefined : counted(comments, 'comment', 'comments'),
    upvotes === undefined ? undefined : counted(upvotes, 'upvote', 'upvotes'),
    arxivId === undefined ? undefined : identifier('arXiv', arxivId, 'https://arxiv.org/abs/'),
    doi === undefined ? undefined : identifier('DOI', doi, 'https://doi.org/'),
    ...digests,
  ];
  return items.filter((item) => item !== undefined).map((item) => element('li', {}, [item]));
}

/** A link to the identifier's resolver, unless it holds what no identifier does. */
function identifier(name: string, id: string, resolver: string): Child {
  return /^[\w./:;()-]+$/u.test(id) ? element('a', { href: `${resolver}${id}` }, [`${name} ${id}`]) : `${name} ${id}`;
}
