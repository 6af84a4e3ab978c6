/** What of a package.json matters here. */
export interface Manifest {
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** Installed versions by `node_modules/<name>`, as an npm shrinkwrap lists them. */
export type Locked = Readonly<Record<string, { readonly version?: string }>>;

/**
 * Not needed to run extensions: agents and telemetry of the product, native modules that would have to be
 * compiled (those in `SHIMS` get a stand-in), and packages of extensions we leave out.
 */
const DROPPED =
  /^(@github\/|@openai|@anthropic|@devcontainers|@microsoft\/mxc|@vscode\/(copilot|sqlite3|sandbox|tree-sitter|windows|fs-copyfile|spdlog|native-watchdog|deviceid)|kerberos|keytar|ssh2|tar$|katex|node-pty|zod|native-watchdog|vsda)/;

/** First release of the file watcher with prebuilt binaries; earlier pins are lifted to it, the interface is the same. */
const PREBUILT_WATCHER = '2.5.1';

/** The dependencies a lean server installs, pinned as the release pinned them. */
export function leanDependencies(manifest: Manifest, locked: Locked, platform: string): Readonly<Record<string, string>> {
  const kept: Record<string, string> = {};
  for (const [name, range] of Object.entries(manifest.dependencies ?? {})) {
    if (!DROPPED.test(name)) kept[name] = locked[`node_modules/${name}`]?.version ?? range;
  }
  const undici = locked['node_modules/undici']?.version;
  if (undici) kept['undici'] = undici;

  const watcher = kept['@parcel/watcher'];
  if (watcher) {
    const version = /^[\^~]?2\.[01]\./.test(watcher) ? PREBUILT_WATCHER : watcher;
    kept['@parcel/watcher'] = version;
    kept[`@parcel/watcher-${platform}${platform.startsWith('linux') ? '-glibc' : ''}`] = version;
  }
  if (kept['@vscode/ripgrep']) {
    delete kept['@vscode/ripgrep'];
    kept['@vscode/ripgrep-universal'] = '1.18.0';
  }
  return kept;
}
