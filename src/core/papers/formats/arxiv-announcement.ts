import type { ArxivId } from './arxiv-id';
import type { FeedRecord } from './feed';
import { findArxivId } from './arxiv-id';
import { htmlText } from './html-text';
import { oneLine, unwrap } from './text-lines';

/** What arXiv's daily feed says of a preprint, beyond the elements every feed has. */
export interface Announcement {
  readonly id: ArxivId;
  /** `new`, `cross`, `replace`, `replace-cross`. */
  readonly type?: string;
  readonly title?: string;
  readonly abstract: string;
  /** Classes that are named elsewhere than in `category`. */
  readonly categories: readonly string[];
}

/** `arXiv:2203.01250v3 Announce Type: replace-cross \nAbstract: …` */
const DESCRIPTION = /^\s*(arXiv:\S{9,40})\s+Announce Type:\s*([a-z-]{3,20})\s*(?:Abstract:[ \t]*)?/iu;

/** Titles before 2024: `A Title. (arXiv:2203.01250v3 [cs.CL] UPDATED)`. */
const OLD_TITLE = /\.?\s*\((arXiv:\S{9,40})\s*(?:\[([\w.-]{2,20})\])?\s*(UPDATED|CROSS LISTED)?\)$/iu;

const OLD_TYPES: Readonly<Record<string, string>> = { updated: 'replace', 'cross listed': 'cross' };

/** Reads an item of arXiv's daily feed; `undefined` for an item of another feed. */
export function readAnnouncement(item: FeedRecord, description: string): Announcement | undefined {
  const written = DESCRIPTION.exec(description);
  const guid = item.line('guid', 'id');
  const id = findArxivId(written?.[1] ?? (/^oai:arXiv/iu.test(guid) ? guid : ''));
  if (id !== undefined) {
    const type = (item.line('arxiv:announce_type') || written?.[2])?.toLowerCase();
    const title = item.line('title');
    const abstract = unwrap(description.slice(written?.[0].length ?? 0), true);
    return { id: { ...findArxivId(guid), ...id }, abstract, categories: [], ...(title === '' ? {} : { title }), ...(type === undefined ? {} : { type }) };
  }
  const title = item.line('title');
  const [end = '', oldId, category, change = ''] = OLD_TITLE.exec(title) ?? [];
  const announced = oldId === undefined ? undefined : findArxivId(oldId);
  if (announced === undefined) {
    return undefined;
  }
  return {
    id: announced,
    type: OLD_TYPES[change.toLowerCase()] ?? 'new',
    title: title.slice(0, title.length - end.length),
    abstract: unwrap(htmlText(description), true),
    categories: category === undefined ? [] : [category],
  };
}

/** What belongs to the name before it though a comma stands between. */
const NAME_ENDING = /^(?:[JS]r\.?|I{2,3}|IV|Ph\.?\s?D\.?|M\.?D\.?)$/u;

/**
 * Splits a list of names at its commas, those in brackets aside. An affiliation in brackets behind a name is not part of it. Two single
 * words are one name, the family's first.
 */
export function splitCreators(list: string): readonly string[] {
  const parts: string[] = [];
  let part = '';
  let depth = 0;
  for (const piece of list.split(/([(),])/u)) {
    depth = Math.max(0, depth + (piece === '(' ? 1 : piece === ')' ? -1 : 0));
    if (piece === ',' && depth === 0) {
      parts.push(part);
      part = '';
    } else {
      part += piece;
    }
  }
  const names: string[] = [];
  for (const written of [...parts, part]) {
    const name = oneLine(written).replace(/(?<=\S)\s*\([^()]*\)$/u, '');
    const before = names.at(-1);
    if (NAME_ENDING.test(name) && before !== undefined) {
      names[names.length - 1] = `${before}, ${name}`;
    } else if (name !== '') {
      names.push(name);
    }
  }
  const [family = '', given = ''] = names;
  return names.length === 2 && !/\s/u.test(family + given) ? [`${given} ${family}`] : names;
}
