import { readdir, readFile, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import type { AnnotationFiles } from '../../src/core/annotations/storage/annotation-files';
import { isDiskError } from '../../src/platform/disk-error';
import { createOnDisk, replaceOnDisk } from '../../src/platform/disk-files';
import { lockOnDisk } from '../../src/platform/disk-lock';
import { inTurn } from '../../src/platform/in-turn';

/** The files of annotations as the extension writes them on this machine, without VS Code in between. */
export class DiskAnnotationFiles implements AnnotationFiles {
  constructor(private readonly folder: string) {}

  async list(folder: string): ReturnType<AnnotationFiles['list']> {
    const entries = await unlessMissing(readdir(this.path(folder), { withFileTypes: true }));
    return (entries ?? []).map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }));
  }

  read(path: string): Promise<string | undefined> {
    return unlessMissing(readFile(this.path(path), 'utf8'));
  }

  create(path: string, text: string): Promise<boolean> {
    return createOnDisk(this.path(path), new TextEncoder().encode(text));
  }

  replace(path: string, text: string): Promise<void> {
    return replaceOnDisk(this.path(path), new TextEncoder().encode(text));
  }

  async remove(path: string): Promise<void> {
    await unlessMissing(unlink(this.path(path)));
  }

  async modified(path: string): Promise<number | undefined> {
    return (await unlessMissing(stat(this.path(path))))?.mtimeMs;
  }

  locked<T>(path: string, work: () => Promise<T>): Promise<T> {
    return inTurn(path, async () => {
      const release = await lockOnDisk(this.path(path));
      try {
        return await work();
      } finally {
        await release();
      }
    });
  }

  private path(relative: string): string {
    return path.join(this.folder, relative);
  }
}

async function unlessMissing<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (isDiskError(error, 'ENOENT')) {
      return undefined;
    }
    throw error;
  }
}
