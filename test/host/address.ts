import type { Server } from './server';

/** What a page of the workbench opens with. */
export interface AddressOptions {
  readonly workspace: string;
  readonly token?: string;
  /** Extension folder to load as one under development; only a server started for testing heeds it. */
  readonly development?: string;
  /** Module whose `run` the extension host calls; only a server started for testing heeds it. */
  readonly tests?: string;
}

/** The address of a workbench page on a server. */
export function workbenchAddress(server: Pick<Server, 'port'>, options: AddressOptions): string {
  const origin = `127.0.0.1:${server.port}`;
  const remote = (file: string): string => `vscode-remote://${origin}${file}`;
  const address = new URL(`http://${origin}/`);
  if (options.token) address.searchParams.set('tkn', options.token);
  address.searchParams.set('folder', options.workspace);
  const payload: [string, string][] = [];
  if (options.development) payload.push(['extensionDevelopmentPath', remote(options.development)]);
  if (options.tests) payload.push(['extensionTestsPath', remote(options.tests)]);
  if (payload.length > 0) address.searchParams.set('payload', JSON.stringify([...payload, ['skipWelcome', 'true'], ['skipReleaseNotes', 'true']]));
  return address.href;
}
