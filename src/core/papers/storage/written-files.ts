import type { DigestId } from '../paper';
import type { FileStore } from './file-store';
import type { StoredFile } from './manifest';

/** Of the part of a file's name that a person recognises a digest by. */
const LONGEST_NAME = 60;

/** Files of a change that is not committed yet. */
export class WrittenFiles {
  private readonly names: string[] = [];

  constructor(
    private readonly files: FileStore,
    private readonly uniqueName: () => string,
  ) {}

  addDigest(id: DigestId, content: Uint8Array): Promise<StoredFile> {
    const readable = id.toLowerCase().replace(/[^a-z0-9]+/gu, '-').replace(/^-|-$/gu, '').slice(0, LONGEST_NAME);
    return this.add(`digests/${readable === '' ? 'digest' : readable}`, content);
  }

  addKeys(content: Uint8Array): Promise<StoredFile> {
    return this.add('keys', content);
  }

  /** Takes them back. */
  async discard(): Promise<void> {
    for (const name of this.names.splice(0)) {
      try {
        await this.files.remove(name);
      } catch {
        // Nobody needs it; it goes with the other leftovers.
      }
    }
  }

  private async add(name: string, content: Uint8Array): Promise<StoredFile> {
    for (;;) {
      const file = `${name}-${this.uniqueName()}.jsonl`;
      if (await this.files.create(file, content)) {
        this.names.push(file);
        return { file, bytes: content.length };
      }
    }
  }
}
