/** What Lectern uses of Node's modules for the disk, declared here because `src/` is compiled without Node's types: it also runs in the browser. */
declare module 'node:fs/promises' {
  interface FileHandle {
    writeFile(content: string | Uint8Array): Promise<void>;
    read(buffer: Uint8Array, offset: number, length: number): Promise<{ readonly bytesRead: number }>;
    stat(): Promise<{ readonly size: number }>;
    chmod(mode: number): Promise<void>;
    sync(): Promise<void>;
    close(): Promise<void>;
  }

  /** `wx` rejects with `EEXIST` when the file is there. */
  export function open(path: string, flags: 'wx' | 'r'): Promise<FileHandle>;
  export function readFile(path: string, encoding: 'utf8'): Promise<string>;
  export function rename(from: string, to: string): Promise<void>;
  export function link(existing: string, path: string): Promise<void>;
  export function unlink(path: string): Promise<void>;
  export function mkdir(path: string, options: { readonly recursive: true }): Promise<unknown>;
  export function stat(path: string): Promise<{ readonly mode: number; readonly mtimeMs: number }>;
  export function utimes(path: string, accessed: Date, modified: Date): Promise<void>;
  export function realpath(path: string): Promise<string>;
  export function readlink(path: string): Promise<string>;
}

declare module 'node:os' {
  export function hostname(): string;
}

declare module 'node:path' {
  export function dirname(path: string): string;
  export function resolve(...paths: readonly string[]): string;
}

declare module 'node:process' {
  export const pid: number;
  export const platform: string;
  /** With signal 0 it only looks whether the process is there; throws `ESRCH` when it is not. */
  export function kill(pid: number, signal: 0): true;
}
