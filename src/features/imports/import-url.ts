const LONGEST_URL = 2048;

/** A web address that papers may be fetched from, or what is wrong with it. */
export type ImportUrl = { readonly url: string; readonly host: string } | { readonly problem: 'none' | 'scheme' | 'credentials' | 'length' };

/** Checks what the user typed: an absolute https address without a user name or password. The fragment is never sent and falls away. */
export function parseImportUrl(text: string): ImportUrl {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST_URL) {
    return { problem: 'length' };
  }
  const url = URL.canParse(trimmed) ? new URL(trimmed) : undefined;
  if (url === undefined || (url.protocol === 'https:' && !/^https:\/\//iu.test(trimmed))) {
    return { problem: 'none' };
  }
  if (url.protocol !== 'https:') {
    return { problem: 'scheme' };
  }
  if (url.username !== '' || url.password !== '') {
    return { problem: 'credentials' };
  }
  url.hash = '';
  return { url: url.href, host: url.host };
}
