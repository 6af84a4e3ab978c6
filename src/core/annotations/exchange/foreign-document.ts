import { findArxivId, readArxivId } from '../../papers/formats/arxiv-id';
import { readDoi } from '../../papers/formats/doi';
import type { PaperKey } from '../../papers/paper';
import type { ForeignDocument } from './foreign-annotation';

/** What a record says of the paper it is on. */
export interface DocumentHints {
  readonly key?: PaperKey | undefined;
  /** Addresses and identifiers, the telling ones first. */
  readonly addresses?: readonly string[];
  readonly title?: string | undefined;
  /** Names a document that has no address. */
  readonly name?: string;
}

/** More addresses of one document tell nothing new. */
const MOST_ADDRESSES = 20;
const LONGEST_ADDRESS = 2_000;
const LONGEST_TITLE = 1_000;

/** A title as browsers show arXiv's pages: `[2205.14135] FlashAttention`. */
const NUMBERED_TITLE = /^\[([^\]]{1,40})\]\s*(.*)$/su;

/** What is known of a document by which a library may recognise it. `undefined` where nothing is. */
export function foreignDocument({ key, addresses = [], title: said = '', name }: DocumentHints): ForeignDocument | undefined {
  const [, number = '', rest = said] = NUMBERED_TITLE.exec(said.slice(0, LONGEST_TITLE)) ?? [];
  const numbered = readArxivId(number)?.arxivId;
  const title = (numbered === undefined ? said.slice(0, LONGEST_TITLE) : rest).trim();
  const known = addresses.map((address) => address.trim()).filter((address) => address !== '' && address.length <= LONGEST_ADDRESS).slice(0, MOST_ADDRESSES);
  const arxivId = known.flatMap((address) => findArxivId(address)?.arxivId ?? [])[0] ?? numbered;
  const doi = known.flatMap(doiIn)[0];
  const urls = [...new Set(known.filter((address) => /^https?:\/\//iu.test(address)))];
  const id = arxivId !== undefined ? `arxiv:${arxivId}` : doi !== undefined ? `doi:${doi}` : (urls[0] ?? known[0] ?? name ?? (key === undefined ? undefined : `lectern:${key}`) ?? (title === '' ? undefined : `title:${title}`));
  return id === undefined
    ? undefined
    : {
        id,
        name: title === '' ? (urls[0] ?? id) : title,
        urls,
        ...(key === undefined ? {} : { key }),
        ...(arxivId === undefined ? {} : { arxivId }),
        ...(doi === undefined ? {} : { doi }),
        ...(title === '' ? {} : { title }),
      };
}

/** The DOI that an address is, or that a publisher has in its path. */
function doiIn(address: string): readonly string[] {
  const inPath = /^https?:\/\/[^/]+\/(?:[^?#]*\/)?doi\/(?:[a-z]+\/)?(10\.[^?#\s]+)/iu.exec(address)?.[1];
  const read = readDoi(inPath ?? address);
  return read !== undefined && 'doi' in read ? [read.doi] : [];
}
