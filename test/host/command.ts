import { spawn, type StdioOptions } from 'node:child_process';

export interface CommandOptions {
  readonly folder?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** `inherit` shows the output as it comes, `stderr` on the error stream only; neither keeps it. Default `capture`. */
  readonly output?: 'capture' | 'inherit' | 'stderr';
}

/** What a finished command said; `code` is 1 when a signal ended it. */
export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const STREAMS: Readonly<Record<NonNullable<CommandOptions['output']>, StdioOptions>> = {
  capture: ['ignore', 'pipe', 'pipe'],
  inherit: 'inherit',
  stderr: ['ignore', process.stderr, process.stderr],
};

/** Runs a command to its end, whatever its exit code. Rejects only when it cannot be started. */
export function run(command: string, args: readonly string[], options: CommandOptions = {}): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    // Windows starts `.cmd` files through its shell only, which wants quotes around blanks.
    const shell = process.platform === 'win32';
    const child = spawn(command, shell ? args.map((arg) => (/\s/.test(arg) ? `"${arg}"` : arg)) : args, {
      shell,
      cwd: options.folder,
      env: { ...process.env, ...options.environment },
      stdio: STREAMS[options.output ?? 'capture'],
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => err.push(chunk));
    child.once('error', reject);
    child.once('close', (code) =>
      resolve({ code: code ?? 1, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }),
    );
  });
}
