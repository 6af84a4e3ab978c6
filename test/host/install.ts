import { run } from './command';
import type { Installation } from './provision';
import { ReaderError } from './reader-error';
import { extensionsFolder } from './server';

/** Installs a VSIX into a server's data folder, as a user's "Install from VSIX" does. */
export async function installVsix(installation: Installation, data: string, file: string): Promise<void> {
  const result = await run(
    installation.node,
    [
      ...['out/server-main.js', '--install-extension', file, '--accept-server-license-terms'],
      ...['--extensions-dir', extensionsFolder(data), '--user-data-dir', data, '--server-data-dir', data],
    ],
    { folder: installation.folder, environment: { EXTENSIONS_GALLERY: '{}' } },
  );
  if (result.code !== 0) throw new ReaderError(`VS Code ${installation.release.vscode} did not install ${file}:\n${result.stdout}${result.stderr}`);
}
