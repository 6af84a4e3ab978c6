import * as vscode from 'vscode';
import type { Dropped } from '../../platform/drop-target';
import { ReaderError } from '../../platform/errors';
import { parseImportUrl } from './import-url';
import type { Prompts } from './prompts';
import { droppedFileSource, fileSource, textSource, urlSource, type FetchText, type Source } from './sources';

/** What was dropped, ready to be read: files, a link after the user agrees to fetch it, or text. */
export async function sourcesOfDrop(dropped: Dropped, prompts: Prompts, fetchText: FetchText | undefined): Promise<readonly Source[]> {
  switch (dropped.kind) {
    case 'files':
      return dropped.files.map(droppedFileSource);
    case 'text':
      return sourcesOfText(dropped.text, vscode.l10n.t('Dropped text'), prompts, fetchText);
    case 'uris': {
      const [link, second] = dropped.links;
      if (second !== undefined) {
        throw new ReaderError(vscode.l10n.t('Drop one link at a time: each is fetched only after you agree.'));
      }
      return [...dropped.uris.map(fileSource), ...(await sourcesOfUrl(link, prompts, fetchText))];
    }
  }
}

/**
 * A text that was pasted or dropped; where it is nothing but a web address, what is there.
 *
 * @param name what the text is called in the preview
 */
export async function sourcesOfText(text: string, name: string, prompts: Prompts, fetchText: FetchText | undefined): Promise<readonly Source[]> {
  return 'url' in parseImportUrl(text) ? sourcesOfUrl(text, prompts, fetchText) : [textSource(text, name)];
}

/**
 * An address as something to read, after the user agrees that it is fetched.
 *
 * @returns nothing when the user does not agree
 * @throws ReaderError when nothing can be fetched, or not from there
 */
export async function sourcesOfUrl(url: string | undefined, prompts: Prompts, fetchText: FetchText | undefined): Promise<readonly Source[]> {
  if (url === undefined) {
    return [];
  }
  const parsed = parseImportUrl(url);
  if (!('url' in parsed)) {
    throw new ReaderError(vscode.l10n.t('{0} was not fetched. Only addresses that begin with https:// are.', url));
  }
  const fetch = online(fetchText);
  const agreed = await prompts.confirm({
    message: vscode.l10n.t('Fetch papers from {0}?', parsed.host),
    detail: vscode.l10n.t(
      'Lectern asks {0} once for {1}\n\nIt sends this address and nothing else: no account, no cookies, nothing of your library or files.',
      parsed.host,
      parsed.url,
    ),
    yes: vscode.l10n.t('Fetch'),
  });
  return agreed ? [urlSource(parsed.url, fetch)] : [];
}

/** @throws ReaderError when nothing can be fetched here */
export function online(fetchText: FetchText | undefined): FetchText {
  if (fetchText === undefined) {
    throw new ReaderError(vscode.l10n.t('Online features are not available here. Save the page or file and import that.'));
  }
  return fetchText;
}
