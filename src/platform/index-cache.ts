import * as vscode from 'vscode';
import type { ShardFile } from '../core/search/corpus-index';
import { readFile } from './durable-files';
import { isNotFound, writeWhole } from './files';
import type { Log } from './log';

const EXTENSION = '.shard';

/** The kept shards of one index: a file each, named by what it was made from. Losing any of them costs time, nothing else. */
export class IndexCache {
  constructor(
    private readonly folder: vscode.Uri,
    private readonly log: Log,
  ) {}

  /** Names of the kept shards, the larger ones first. */
  async names(): Promise<readonly string[]> {
    try {
      const entries = await vscode.workspace.fs.readDirectory(this.folder);
      return entries.flatMap(([name, type]) => (type === vscode.FileType.File && name.endsWith(EXTENSION) ? [name] : [])).sort();
    } catch (error) {
      if (!isNotFound(error)) {
        this.log.warn(`The search index kept in ${this.folder.path} could not be listed: ${String(error)}`);
      }
      return [];
    }
  }

  /** Bytes of a kept shard, `undefined` when it cannot be read. */
  async read(name: string): Promise<Uint8Array | undefined> {
    try {
      return await readFile(vscode.Uri.joinPath(this.folder, name));
    } catch {
      return undefined;
    }
  }

  /** @returns whether it is kept */
  async write({ name, bytes }: ShardFile): Promise<boolean> {
    try {
      await writeWhole(vscode.Uri.joinPath(this.folder, name), bytes);
      return true;
    } catch (error) {
      this.log.warn(`A part of the search index could not be kept and will be built anew: ${String(error)}`);
      return false;
    }
  }

  /** Removes all shards but some. */
  async keepOnly(names: ReadonlySet<string>): Promise<void> {
    for (const name of await this.names()) {
      if (!names.has(name)) {
        await this.remove(name);
      }
    }
  }

  async remove(name: string): Promise<void> {
    try {
      await vscode.workspace.fs.delete(vscode.Uri.joinPath(this.folder, name));
    } catch (error) {
      if (!isNotFound(error)) {
        this.log.warn(`A kept part of the search index could not be removed: ${String(error)}`);
      }
    }
  }
}
