const ADDRESS = /^(?:(?:git\+)?https?:\/\/|(?:(?:git\+)?ssh:\/\/)?git@)?(?:www\.)?([\w-]+(?:\.[\w-]+)+)[/:](.+)$/iu;

/** Hosts with a second, shorter name. */
const SAME_HOST: Readonly<Record<string, string>> = { 'hf.co': 'huggingface.co' };

/**
 * The address of a repository, of code, a model or a data set, or of a place in it, in one form however it is written: `host/owner/name/…` in lower case, without
 * scheme, `www.`, `.git` and a slash at the end. `undefined` for what has no owner and name.
 */
export function repositoryAddress(written: string): string | undefined {
  const [, host, path = ''] = ADDRESS.exec(written.replace(/[?#].*$/su, '')) ?? [];
  const segments = path.split('/').filter((segment) => segment !== '');
  if (host === undefined || segments.length < 2) {
    return undefined;
  }
  return [SAME_HOST[host.toLowerCase()] ?? host, ...segments.map((segment) => segment.replace(/\.git$/iu, ''))].join('/').toLowerCase();
}

/** A place in a repository and what it lies in, innermost first, down to owner and name. */
export function enclosingAddresses(address: string): readonly string[] {
  const segments = address.split('/');
  return segments.map((_, index) => segments.slice(0, segments.length - index).join('/')).filter((_, index) => segments.length - index >= 3);
}
