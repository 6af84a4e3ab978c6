/** The files of one folder of annotations, by their paths in it, with slashes. All may reject. */
export interface AnnotationFiles {
  /** What is in a folder, `''` for the topmost, by name; nothing when there is no such folder. */
  list(folder: string): Promise<readonly { readonly name: string; readonly isFolder: boolean }[]>;
  /** `undefined` when there is no such file. Rejects when it is no UTF-8. */
  read(path: string): Promise<string | undefined>;
  /**
   * Makes a file, whole or not at all.
   *
   * @returns false when one of that name is there; it is left as it is
   */
  create(path: string, text: string): Promise<boolean>;
  /** Replaces a file or makes it, whole or not at all. */
  replace(path: string, text: string): Promise<void>;
  /** Does nothing when there is no such file. */
  remove(path: string): Promise<void>;
  /** When it was last written, in milliseconds since 1970; `undefined` when there is no such file. */
  modified(path: string): Promise<number | undefined>;
  /** Runs work on a file while no other window does. The work does not lock the same file again. */
  locked<T>(path: string, work: () => Promise<T>): Promise<T>;
}

/** Why a file is not changed, in words for the reader. */
export class RefusedChange extends Error {
  override readonly name = 'RefusedChange';
}
