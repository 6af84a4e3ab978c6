import type { Link } from './link';

/** A URL's type and short name, with the address of its repository when it is in one. */
export interface DescribedUrl extends Pick<Link, 'kind' | 'label'> {
  /** `https://host/owner/name`, without `.git`. */
  readonly repository?: string;
}

type Describe = Omit<DescribedUrl, 'repository'> & { readonly repository?: readonly string[] };

const LONGEST_LABEL = 60;
const LONGEST_PROJECT_LABEL = 40;

const CODE_HOSTS = new Set(['github.com', 'gitlab.com', 'codeberg.org']);
const MODEL_HOSTS = new Set(['huggingface.co', 'hf.co']);

/** First path segments of the code hosts that are pages of the host, not owners. */
const HOST_PAGES = new Set([
  'about', 'apps', 'blog', 'collections', 'contact', 'customer-stories', 'enterprise', 'events', 'explore', 'features',
  'help', 'issues', 'login', 'marketplace', 'notifications', 'orgs', 'pricing', 'pulls', 'search', 'security',
  'settings', 'site', 'solutions', 'sponsors', 'stars', 'team', 'topics', 'trending', 'users',
]);

/** First path segments of Hugging Face that are not owners of models. */
const HUB_PAGES = new Set([
  'api', 'blog', 'collections', 'join', 'learn', 'login', 'models', 'organizations', 'papers', 'posts', 'pricing',
  'settings', 'spaces', 'tasks',
]);

/** Segments after a repository's name that lead to a path inside it, in front of branch and path. */
const TREE_PAGES = new Set(['blob', 'tree', 'raw', 'src']);

const NAME = /^[\w.-]+$/u;

/** Describes an http or https URL, or `undefined` for one that cannot be a link of a paper. */
export function describeUrl(url: string): DescribedUrl | undefined {
  const parsed = parseUrl(url);
  if (parsed === undefined) {
    return undefined;
  }
  const host = parsed.hostname.replace(/^www\./u, '').replace(/\.$/u, '');
  const segments = parsed.pathname.split('/').filter((segment) => segment !== '');
  const described = describe(host, segments);
  const { repository, ...rest } = { ...described, label: shorten(described.label, LONGEST_LABEL) };
  return repository === undefined ? rest : { ...rest, repository: `https://${host}/${repository.join('/')}` };
}

function parseUrl(url: string): URL | undefined {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    // Not every run of URL characters is a URL; there is no parser without exceptions in every host.
    return undefined;
  }
  const scheme = parsed.protocol === 'https:' || parsed.protocol === 'http:';
  const authority = /^https?:\/\/([^/?#]*)/iu.exec(url)?.[1] ?? '';
  const named = /[^.]\.[^.]/u.test(parsed.hostname) && !authority.includes('@') && !authority.includes('%');
  return scheme && named ? parsed : undefined;
}

function describe(host: string, segments: readonly string[]): Describe {
  if (CODE_HOSTS.has(host)) {
    return describeCode(host, segments);
  }
  if (MODEL_HOSTS.has(host)) {
    return describeHub(host, segments);
  }
  const documented = host.startsWith('docs.') || /\.(readthedocs\.io|rtfd\.io)$/u.test(host) ||
    segments.some((segment) => /^(docs|documentation|tutorials?)$/iu.test(segment));
  return { kind: documented ? 'documentation' : 'project', label: projectLabel(host, segments) };
}

function describeCode(host: string, segments: readonly string[]): Describe {
  const { path, pages } = splitRepository(host, segments);
  const name = path.at(-1);
  if (name === undefined || path.length < 2 || HOST_PAGES.has((path[0] ?? '').toLowerCase()) || !path.every((part) => NAME.test(part))) {
    return { kind: 'project', label: projectLabel(host, segments) };
  }
  const [page, ...rest] = pages;
  const file = host === 'codeberg.org' && page === 'src' ? rest.slice(2) : rest.slice(1);
  if (page !== undefined && TREE_PAGES.has(page) && file.length > 0) {
    return { kind: 'file', label: fileLabel(name, file), repository: path };
  }
  return { kind: 'repository', label: path.join('/'), repository: path };
}

/** GitLab nests groups and marks the end of a repository's path with `-`; elsewhere it has two parts. */
function splitRepository(host: string, segments: readonly string[]): { path: readonly string[]; pages: readonly string[] } {
  const dash = host === 'gitlab.com' ? segments.indexOf('-') : -1;
  const length = dash >= 0 ? dash : host === 'gitlab.com' && !TREE_PAGES.has(segments[2] ?? '') ? segments.length : 2;
  const path = segments.slice(0, length).map((part, index) => (index === length - 1 ? part.replace(/\.git$/iu, '') : part));
  return { path, pages: segments.slice(dash >= 0 ? dash + 1 : length) };
}

function describeHub(host: string, segments: readonly string[]): Describe {
  const [first = '', second, third] = segments;
  if (first === 'datasets' && second !== undefined) {
    return { kind: 'dataset', label: third === undefined ? second : `${second}/${third}` };
  }
  if (first === 'docs') {
    return { kind: 'documentation', label: projectLabel(host, segments) };
  }
  if (second === undefined || first === 'datasets' || HUB_PAGES.has(first)) {
    return { kind: 'project', label: projectLabel(host, segments) };
  }
  return { kind: 'model', label: `${first}/${second}` };
}

function fileLabel(repository: string, path: readonly string[]): string {
  const whole = `${repository}: ${path.join('/')}`;
  return whole.length <= LONGEST_LABEL ? whole : `${repository}: …/${path.at(-1) ?? ''}`;
}

function projectLabel(host: string, segments: readonly string[]): string {
  const whole = [host, ...segments].join('/');
  if (whole.length <= LONGEST_PROJECT_LABEL || segments.length === 0) {
    return whole;
  }
  return `${host}/${segments.length > 1 ? '…/' : ''}${shorten(segments.at(-1) ?? '', LONGEST_PROJECT_LABEL)}`;
}

function shorten(label: string, longest: number): string {
  return label.length <= longest ? label : `${label.slice(0, longest - 1)}…`;
}
