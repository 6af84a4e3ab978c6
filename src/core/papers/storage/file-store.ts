/** The files of one folder, by their paths in it, with slashes. All may reject. */
export interface FileStore {
  /** Names of what is in a folder, `''` for the topmost; none when there is no such folder. */
  list(folder: string): Promise<readonly string[]>;
  /** `undefined` when there is no such file. */
  read(path: string): Promise<Uint8Array | undefined>;
  /**
   * Makes a file, whole or not at all.
   *
   * @returns false when one of that name is there; it is left as it is
   */
  create(path: string, content: Uint8Array): Promise<boolean>;
  remove(path: string): Promise<void>;
  /** When it was last written, in milliseconds since 1970; `undefined` when there is no such file. */
  modified(path: string): Promise<number | undefined>;
}

/** What keeps the library from being changed, in words for the reader. */
export class StorageProblem extends Error {
  override readonly name = 'StorageProblem';
}
