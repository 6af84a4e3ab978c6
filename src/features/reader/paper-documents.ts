import * as vscode from 'vscode';
import { annotatedAbstract } from '../../core/annotations/annotated-abstract';
import type { Library } from '../../core/papers/library';
import { paperAsMarkdown } from '../../core/papers/markdown';
import type { Paper, PaperKey } from '../../core/papers/paper';
import type { Log } from '../../platform/log';
import { Owned } from '../../platform/owned';
import { annotatedPaperKeyOf, paperKeyOf, paperUri } from '../../platform/paper-uri';
import type { Annotations, Papers } from '../../platform/stores';

interface MadeText {
  readonly bytes: Uint8Array;
  /** When the words last changed, in milliseconds since 1970. */
  readonly changed: number;
}

interface PaperDocument extends MadeText {
  readonly paper: Paper;
}

const encoder = new TextEncoder();

/** The papers as Markdown files of the scheme `lectern`: read-only, made when they are asked for. */
export class PaperDocuments implements vscode.FileSystemProvider, vscode.Disposable {
  private readonly owned = new Owned();
  private readonly changed = this.owned.add(new vscode.EventEmitter<vscode.FileChangeEvent[]>());
  readonly onDidChangeFile = this.changed.event;

  /** Those that were asked for. */
  private readonly documents = new Map<PaperKey, PaperDocument>();
  private library: Library | undefined;

  /** What was last made of those with the abstract as it was annotated. */
  private readonly annotated = new Map<PaperKey, MadeText>();

  constructor(
    private readonly papers: Papers,
    private readonly annotations: Annotations,
    log: Log,
  ) {
    this.owned.add(papers.onDidChange(() => log.run(() => this.refresh())));
  }

  dispose(): void {
    this.owned.dispose();
  }

  /** Changes are told of every document that was asked for, watched or not. */
  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    if (isFolder(uri)) {
      return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    }
    const { bytes, changed } = await this.read(uri);
    return { type: vscode.FileType.File, ctime: 0, mtime: changed, size: bytes.byteLength, permissions: vscode.FilePermission.Readonly };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    return (await this.read(uri)).bytes;
  }

  async readDirectory(uri: vscode.Uri): Promise<[string, vscode.FileType][]> {
    if (uri.path === '/') {
      return [['papers', vscode.FileType.Directory]];
    }
    if (!isFolder(uri)) {
      throw vscode.FileSystemError.FileNotFound(uri);
    }
    const { papers } = await this.papers.library();
    return papers.map(({ key }) => [`${key}.md`, vscode.FileType.File]);
  }

  createDirectory(uri: vscode.Uri): never {
    throw readOnly(uri);
  }

  writeFile(uri: vscode.Uri): never {
    throw readOnly(uri);
  }

  delete(uri: vscode.Uri): never {
    throw readOnly(uri);
  }

  rename(uri: vscode.Uri): never {
    throw readOnly(uri);
  }

  private async read(uri: vscode.Uri): Promise<MadeText> {
    const annotated = annotatedPaperKeyOf(uri);
    if (annotated !== undefined) {
      return this.asAnnotated(annotated, uri);
    }
    const key = paperKeyOf(uri);
    if (key === undefined) {
      throw vscode.FileSystemError.FileNotFound(uri);
    }
    const document = this.document(key, await this.papers.library());
    if (!document) {
      throw vscode.FileSystemError.FileNotFound(vscode.l10n.t('No paper in the library has the key {0}.', key));
    }
    return document;
  }

  private async asAnnotated(key: PaperKey, uri: vscode.Uri): Promise<MadeText> {
    const [library, threads] = await Promise.all([this.papers.library(), this.annotations.threadsOf(key)]);
    const paper = library.paper(key);
    const abstract = paper && annotatedAbstract(paper.abstract, library.abstractsOf(paper), threads);
    if (paper === undefined || abstract === undefined) {
      throw vscode.FileSystemError.FileNotFound(uri);
    }
    const bytes = encoder.encode(paperAsMarkdown({ ...paper, abstract }));
    const before = this.annotated.get(key);
    const made = before && sameBytes(bytes, before.bytes) ? before : { bytes, changed: Date.now() };
    this.annotated.set(key, made);
    return made;
  }

  /** Only a new library can have other words in it; statuses and stars are not in the documents. */
  private async refresh(): Promise<void> {
    if (this.documents.size === 0) {
      return;
    }
    const library = await this.papers.library();
    if (library === this.library) {
      return;
    }
    this.library = library;
    for (const key of [...this.documents.keys()]) {
      if (!this.document(key, library)) {
        this.documents.delete(key);
        this.changed.fire([{ type: vscode.FileChangeType.Deleted, uri: paperUri(key) }]);
      }
    }
  }

  private document(key: PaperKey, library: Library): PaperDocument | undefined {
    const paper = library.paper(key);
    const before = this.documents.get(key);
    if (!paper || before?.paper === paper) {
      return paper && before;
    }
    const bytes = encoder.encode(paperAsMarkdown(paper));
    const isNew = before !== undefined && !sameBytes(bytes, before.bytes);
    const document = { paper, bytes, changed: isNew ? Date.now() : (before?.changed ?? listedAt(paper, library)) };
    this.documents.set(key, document);
    if (isNew) {
      this.changed.fire([{ type: vscode.FileChangeType.Changed, uri: paperUri(key) }]);
    }
    return document;
  }
}

/** The day of the newest digest that lists a paper: no later change of its words is known. */
function listedAt(paper: Paper, library: Library): number {
  const days = library.digests.filter(({ id }) => paper.digests.includes(id)).flatMap(({ date }) => (date === undefined ? [] : [Date.parse(date)]));
  return Math.max(0, ...days);
}

function isFolder({ path }: vscode.Uri): boolean {
  return path === '/' || path === '/papers' || path === '/papers/';
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.byteLength === other.byteLength && one.every((byte, index) => byte === other[index]);
}

function readOnly(uri: vscode.Uri): vscode.FileSystemError {
  return vscode.FileSystemError.NoPermissions(vscode.l10n.t('{0} is read-only: papers come from digests.', uri.path));
}
