/**
 * Stands in for the native module `@vscode/spdlog`: the server's log as a plain file.
 * Named exports only, because the server imports it as a module and reads names.
 */
import { appendFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'critical'] as const;
const INFO = 2;

export class Logger {
  private level = INFO;
  private decorated = true;

  constructor(_kind: string, _name: string, private readonly file: string) {
    mkdirSync(path.dirname(file), { recursive: true });
  }

  trace = (text: string): void => this.write(0, text);
  debug = (text: string): void => this.write(1, text);
  info = (text: string): void => this.write(2, text);
  warn = (text: string): void => this.write(3, text);
  error = (text: string): void => this.write(4, text);
  critical = (text: string): void => this.write(5, text);

  setLevel(level: number): void {
    this.level = level;
  }

  getLevel(): number {
    return this.level;
  }

  setPattern(): void {
    this.decorated = true;
  }

  clearFormatters(): void {
    this.decorated = false;
  }

  flush(): void {
    return; // every line is on disk already
  }

  drop(): void {
    return; // no handle is held
  }

  private write(level: number, text: string): void {
    if (level < this.level) return;
    const line = this.decorated ? `${new Date().toISOString()} [${LEVELS[level] ?? level}] ${text}\n` : text;
    try {
      appendFileSync(this.file, line);
    } catch {
      // a test removes its data folder while the server still says goodbye
    }
  }
}

export const version = 0;

export function createRotatingLogger(name: string, file: string): Promise<Logger> {
  return Promise.resolve(new Logger('rotating', name, file));
}

export { createRotatingLogger as createAsyncRotatingLogger };

export function setLevel(): void {
  return; // each logger has its own level
}

export function setFlushOn(): void {
  return; // every line is flushed
}

export function shutdown(): void {
  return; // nothing is buffered
}
