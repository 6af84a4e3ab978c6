import { parseArgs } from 'node:util';
import { ReaderError } from './reader-error';

const USAGE = `usage: npm start -- [--web] [--port N] [--workspace DIR]
  --web            serve Lectern for a browser even when VS Code's "code" command is there
  --port N         port of the served page (1 to 65535)
  --workspace DIR  folder to open in place of the sample folder`;

export interface StartOptions {
  readonly web: boolean;
  readonly port?: number;
  readonly workspace?: string;
}

/** Reads the arguments of `npm start`. Throws a `ReaderError` with the usage when one is unknown or makes no sense. */
export function parseStartOptions(args: readonly string[]): StartOptions {
  const { web, port, workspace } = parse(args);
  return {
    web: web ?? false,
    ...(port === undefined ? {} : { port: portNumber(port) }),
    ...(workspace === undefined ? {} : { workspace }),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { web: { type: 'boolean' }, port: { type: 'string' }, workspace: { type: 'string' } },
    }).values;
  } catch (error) {
    throw new ReaderError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

function portNumber(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new ReaderError(`--port ${text}: not a port number.\n${USAGE}`);
}
