import { stat } from 'node:fs/promises';
import path from 'node:path';
import { run } from '../command';
import { ReaderError } from '../reader-error';

const OFFLINE = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|UNABLE_TO_GET_ISSUER_CERT|SELF_SIGNED/;
const MISSING = /E404|ETARGET|ENOVERSIONS/;
const QUIET = { npm_config_audit: 'false', npm_config_fund: 'false', npm_config_update_notifier: 'false', npm_config_prefer_offline: 'true' };

/** Why a package could not be had, in the words of the person who waits for it. */
export function explainNpmFailure(wanted: string, output: string): string {
  const reason = OFFLINE.exec(output)?.[0];
  if (reason) {
    return `Could not get ${wanted}: the npm registry did not answer (${reason}).
Check the network, the proxy and "npm config get registry", then run the same command again; what is complete is kept.`;
  }
  if (MISSING.test(output)) {
    return `Could not get ${wanted}: this npm registry does not have it.
Check "npm config get registry": it must be the public registry or a complete mirror.`;
  }
  return `Could not get ${wanted}: npm failed.\n${output.trim().split('\n').slice(-12).join('\n')}`;
}

async function npm(wanted: string, args: readonly string[], folder: string): Promise<string> {
  const result = await run('npm', args, { folder, environment: QUIET });
  if (result.code !== 0) throw new ReaderError(explainNpmFailure(wanted, result.stderr));
  return result.stdout;
}

/** Downloads a package's archive into the folder. Returns its path and size in bytes. */
export async function downloadPackage(spec: string, folder: string): Promise<{ readonly file: string; readonly bytes: number }> {
  const listed = JSON.parse(await npm(spec, ['pack', spec, '--json', '--ignore-scripts'], folder)) as unknown;
  const name = archiveName(listed);
  if (!name) throw new ReaderError(`Could not get ${spec}: "npm pack" did not name the file it wrote.`);
  const file = path.join(folder, name);
  return { file, bytes: (await stat(file)).size };
}

/** npm 12 answers with an object by package name, earlier ones with a list. */
function archiveName(listed: unknown): string | undefined {
  const entries = Object.values(listed as Readonly<Record<string, { readonly filename?: string }>>);
  return entries[0]?.filename;
}

/** Installs the production dependencies of the folder's package.json; nothing is compiled and no script runs. */
export async function installDependencies(wanted: string, folder: string): Promise<void> {
  await npm(
    `the dependencies of ${wanted}`,
    ['install', '--ignore-scripts', '--omit=dev', '--omit=optional', '--no-package-lock', '--force'],
    folder,
  );
}

/** Unpacks chosen paths of an archive, dropping leading folders. */
export async function unpack(
  archive: string,
  folder: string,
  options: { readonly only: string; readonly strip: number; readonly exclude?: readonly string[] },
): Promise<void> {
  const excludes = (options.exclude ?? []).map((pattern) => `--exclude=${pattern}`);
  const result = await run('tar', ['-xzf', archive, `--strip-components=${options.strip}`, ...excludes, options.only], { folder });
  if (result.code !== 0) throw new ReaderError(`Could not unpack ${path.basename(archive)}: ${result.stderr.trim()}`);
}
