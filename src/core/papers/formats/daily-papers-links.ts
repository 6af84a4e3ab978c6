import { monthOfArxivId } from './daily-papers-years';
import { periodOfAddress } from './daily-papers-period';
import type { Period } from './daily-papers-period';

/** What an address on a Daily Papers page leads to, as far as it tells of a paper. */
export type Target =
  | { readonly kind: 'paper' | 'upvotes' | 'comments'; readonly id: string }
  | { readonly kind: 'arxiv'; readonly id: string }
  /** A person or an organisation. */
  | { readonly kind: 'account'; readonly slug: string }
  | { readonly kind: 'repository'; readonly url: string }
  /** Another list of papers. */
  | { readonly kind: 'list'; readonly period?: Period }
  | { readonly kind: 'other' };

const LONGEST_ADDRESS = 2048;
const HOME = 'https://huggingface.co/';

const ARXIV_ID = /^(\d{4}\.\d{4,5}|[a-z-]{2,12}(?:\.[A-Z]{2})?\/\d{7})(?:v\d{1,3})?$/u;
const SLUG = /^[A-Za-z0-9][\w.-]{0,95}$/u;

/** First parts of addresses that are places of the site, not accounts. */
const PLACES = new Set((
  'models datasets spaces papers docs pricing enterprise join login logout storage blog posts learn chat tasks languages organizations ' +
  'collections inference support front avatars settings welcome huggingface new notifications search terms-of-service privacy brand ' +
  'changelog activity api coursewelcome course hardware kernels jobs'
).split(' '));

/** Types an address, absolute or as it stands on the site's own pages (`/papers/2401.00001`). */
export function targetOf(address: string): Target {
  const url = address.length <= LONGEST_ADDRESS ? parse(address) : undefined;
  const host = url?.hostname.replace(/^www\./u, '');
  if (url === undefined || host === undefined) {
    return { kind: 'other' };
  }
  if (host === 'arxiv.org' || host.endsWith('.arxiv.org') || host === 'alphaxiv.org') {
    const id = readArxivId(/^\/(?:abs|pdf|html|format)\/(.+?)(?:\.pdf)?\/?$/u.exec(url.pathname)?.[1] ?? '');
    return id === undefined ? { kind: 'other' } : { kind: 'arxiv', id };
  }
  if (host === 'github.com' || host === 'gitlab.com') {
    const parts = url.pathname.split('/').filter((part) => part !== '');
    return parts.length === 2 ? { kind: 'repository', url: `https://${host}/${parts.join('/')}` } : { kind: 'other' };
  }
  return host === 'huggingface.co' || host === 'hf.co' ? targetOnSite(url) : { kind: 'other' };
}

/** An arXiv number without its version, or `undefined` for any other text. */
export function readArxivId(text: string): string | undefined {
  const id = ARXIV_ID.exec(text.trim().replace(/^(?:arxiv|hf):{1,2}\s*/iu, '').slice(0, 32))?.[1];
  return id !== undefined && (id.includes('/') || monthOfArxivId(id) !== undefined) ? id : undefined;
}

/** Page of a paper at Daily Papers. */
export function paperAddress(id: string): string {
  return `${HOME}papers/${id}`;
}

function targetOnSite(url: URL): Target {
  const next = /[?&]next=(?:%2F|\/)papers(?:%2F|\/)([\d.]+)/iu.exec(url.search)?.[1];
  const voted = url.pathname === '/login' ? readArxivId(next ?? '') : undefined;
  if (voted !== undefined) {
    return { kind: 'upvotes', id: voted };
  }
  const [first = '', second, ...rest] = url.pathname.split('/').filter((part) => part !== '');
  if (first === 'papers') {
    const id = rest.length === 0 ? readArxivId((second ?? '').replace(/\.md$/u, '')) : undefined;
    if (id !== undefined) {
      return { kind: url.hash === '#community' ? 'comments' : 'paper', id };
    }
    const period = periodOfAddress(url.href);
    return { kind: 'list', ...(period === undefined ? {} : { period }) };
  }
  return second === undefined && SLUG.test(first) && !PLACES.has(first.toLowerCase()) ? { kind: 'account', slug: first } : { kind: 'other' };
}

function parse(address: string): URL | undefined {
  try {
    const url = new URL(address.trim(), HOME);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url : undefined;
  } catch {
    return undefined; // not an address: it leads nowhere
  }
}
