import * as vscode from 'vscode';
import { clueCounter } from '../core/anchors/code-clues';
import type { CodeAnchor, CodeTarget } from '../core/anchors/code-target';
import { findCodeAnchor } from '../core/anchors/find-code-anchor';
import type { Annotation } from '../core/annotations/annotation';
import { annotationsIn } from '../core/annotations/threads';
import type { PaperKey } from '../core/papers/paper';
import type { Log } from './log';
import { Owned } from './owned';
import { pathIn, ReferenceFiles, textOf } from './reference-files';
import { listFiles, MOST_FILES, scanFiles } from './reference-scan';
import { ReferenceWatcher } from './reference-watcher';
import type { CodeLink, CodeLinks, LinkedFile } from './code-stores';
import type { Annotations } from './stores';

/** Links of a paper that are looked for: nobody makes as many by hand. */
const MOST_LINKS = 100;

/** Files that may hold a target and are looked into closely. */
const MOST_CANDIDATES = 40;

/** What was found out about a target, until a file that matters to it changes. */
interface Known {
  readonly anchor: Promise<CodeAnchor<LinkedFile>>;
  /** Addresses of the files that were looked into, there or not. */
  readonly files: ReadonlySet<string>;
  readonly target: CodeTarget;
}

/** Finds the code that annotations link to. Nothing is read or watched before somebody asks. */
export class CodeLinkStore implements CodeLinks, vscode.Disposable {
  private readonly owned = new Owned();
  private readonly changed = this.owned.add(new vscode.EventEmitter<void>());
  private readonly known = new Map<string, Known>();
  /** Files that seemed to hold a target when all were looked through. */
  private readonly seen = new Map<string, ReadonlyMap<string, vscode.Uri>>();
  /** Files that came or changed, the last ones: one that was renamed elsewhere is among them, before or after its old name is seen to be gone. */
  private readonly recent = new Map<string, vscode.Uri>();
  private watcher: ReferenceWatcher | undefined;
  private folders: Promise<readonly ReferenceFiles[]> | undefined;
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly annotations: Annotations,
    private readonly log: Log,
  ) {
    this.owned.add(annotations.onDidChange(() => this.changed.fire()));
  }

  dispose(): void {
    this.owned.dispose();
  }

  async of(paper: PaperKey): Promise<readonly CodeLink[]> {
    const threads = await this.annotations.threadsOf(paper);
    return this.resolved(linksIn(threads.flatMap(annotationsIn)).slice(0, MOST_LINKS));
  }

  async in(document: vscode.TextDocument): Promise<readonly CodeLink[]> {
    const name = document.uri.toString();
    const all = [...(await this.annotations.all()).values()].flat().flatMap(annotationsIn);
    const links = linksIn(all).filter(({ target }) => nameIn(target.path) === nameIn(document.uri.path) || this.seen.get(idOf(target))?.has(name));
    return (await this.resolved(links)).filter(({ anchor }) => 'place' in anchor && anchor.place.file.uri.toString() === name);
  }

  locate(target: CodeTarget): Promise<CodeAnchor<LinkedFile>> {
    this.watch();
    const id = idOf(target);
    const known = this.known.get(id);
    if (known !== undefined) {
      return known.anchor;
    }
    const files = new Set<string>();
    const anchor = this.find(target, files);
    this.known.set(id, { anchor, files, target });
    anchor.catch(() => this.known.delete(id));
    return anchor;
  }

  async search(target: CodeTarget, progress: vscode.Progress<{ readonly message: string }>, token: vscode.CancellationToken): Promise<CodeAnchor<LinkedFile>> {
    const clues = clueCounter(target);
    const found: { readonly uri: vscode.Uri; readonly count: number }[] = [];
    const { uris } = await listFiles(MOST_FILES, token);
    const look = async (uri: vscode.Uri) => {
      const count = clues((await this.textOf(uri)) ?? '');
      if (count > 0) {
        found.push({ uri, count });
      }
    };
    await scanFiles(uris, look, progress, token);
    found.sort((one, other) => other.count - one.count);
    this.seen.set(idOf(target), new Map(found.slice(0, MOST_CANDIDATES).map(({ uri }) => [uri.toString(), uri])));
    this.known.delete(idOf(target));
    const anchor = await this.locate(target);
    this.changed.fire();
    return anchor;
  }

  private resolved(links: readonly Omit<CodeLink, 'anchor'>[]): Promise<readonly CodeLink[]> {
    return Promise.all(links.map(async (link) => ({ ...link, anchor: await this.locate(link.target) })));
  }

  private async find(target: CodeTarget, looked: Set<string>): Promise<CodeAnchor<LinkedFile>> {
    const read = async (uris: readonly vscode.Uri[]) => {
      const fresh = [...new Map(uris.map((uri) => [uri.toString(), uri]))].filter(([name]) => !looked.has(name));
      fresh.forEach(([name]) => looked.add(name));
      return (await Promise.all(fresh.map(([, uri]) => this.read(uri)))).flat();
    };
    const own = await read((vscode.workspace.workspaceFolders ?? []).flatMap((folder) => uriIn(folder, target.path) ?? []));
    const anchor = findCodeAnchor(target, own);
    if (isInPlace(anchor)) {
      return anchor;
    }
    const clues = clueCounter(target);
    const others = await read([...(this.seen.get(idOf(target))?.values() ?? []), ...(await this.sameName(target)), ...this.recent.values()]);
    const likely = others.filter(({ text }) => clues(text) > 0);
    return likely.length === 0 ? anchor : findCodeAnchor(target, [...own, ...likely]);
  }

  private async sameName({ path }: CodeTarget): Promise<readonly vscode.Uri[]> {
    const lists = (await this.counted()).map((folder) => folder.named(nameIn(path), MOST_CANDIDATES));
    return (await Promise.all(lists)).flat();
  }

  /** What tells which files count; until that may be others. */
  private counted(): Promise<readonly ReferenceFiles[]> {
    const { token } = new vscode.CancellationTokenSource();
    this.folders ??= Promise.all((vscode.workspace.workspaceFolders ?? []).map((folder) => ReferenceFiles.of(folder, token)));
    this.folders.catch(() => (this.folders = undefined));
    return this.folders;
  }

  private async read(uri: vscode.Uri): Promise<readonly LinkedFile[]> {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    const text = folder && (await this.textOf(uri));
    return folder === undefined || text === undefined ? [] : [{ uri, path: pathIn(folder, uri), text }];
  }

  private async textOf(uri: vscode.Uri): Promise<string | undefined> {
    try {
      return await textOf(uri);
    } catch (error) {
      // One file that cannot be read keeps no other from being found.
      this.log.warn(`${uri.toString()}: ${String(error)}`);
      return undefined;
    }
  }

  private watch(): void {
    this.watcher ??= this.owned.add(
      new ReferenceWatcher({
        onFiles: (uris) => this.log.run(() => this.refresh(uris)),
        onAll: () => {
          this.known.clear();
          this.folders = undefined;
          this.changed.fire();
        },
      }),
    );
  }

  /** Files came, went or say something else: to a target those matter that were looked into, and any that seems to hold it. */
  private async refresh(uris: readonly vscode.Uri[]): Promise<void> {
    const folders = this.known.size === 0 ? [] : await this.counted();
    const counted = uris.filter((uri) => folders.some((folder) => folder.includes(uri)));
    this.remember(counted);
    const texts = this.known.size === 0 ? [] : await Promise.all(counted.map(async (uri) => (await this.textOf(uri)) ?? ''));
    const outdated = [...this.known].filter(([, { files, target }]) => {
      const clues = clueCounter(target);
      return uris.some((uri) => files.has(uri.toString())) || texts.some((text) => clues(text) > 0);
    });
    outdated.forEach(([id]) => this.known.delete(id));
    if (outdated.length > 0) {
      this.changed.fire();
    }
  }

  private remember(uris: readonly vscode.Uri[]): void {
    for (const uri of uris) {
      const name = uri.toString();
      this.recent.delete(name);
      this.recent.set(name, uri);
    }
    for (const name of [...this.recent.keys()].slice(0, -MOST_CANDIDATES)) {
      this.recent.delete(name);
    }
  }
}

function linksIn(annotations: readonly Annotation[]): readonly Omit<CodeLink, 'anchor'>[] {
  return annotations.flatMap((annotation) => (annotation.code ?? []).map((target) => ({ annotation, target })));
}

/** There is no need to look elsewhere. */
function isInPlace({ state }: CodeAnchor): boolean {
  return state === 'exact' || state === 'moved';
}

/** What a file of annotations names is untrusted: a path must not lead out of the folder. */
function uriIn(folder: vscode.WorkspaceFolder, path: string): vscode.Uri | undefined {
  const uri = vscode.Uri.joinPath(folder.uri, path);
  return pathIn(folder, uri) === '' ? undefined : uri;
}

function nameIn(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function idOf({ path, lines: { first, last }, exact, before, after }: CodeTarget): string {
  return JSON.stringify([path, first, last, exact, before, after]);
}
