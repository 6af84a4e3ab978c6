import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from '../host/paths';
import { isLoopback } from './requests';

/** What the Node processes of a server connected to: the server itself and its extension hosts. */
export class Connections {
  private constructor(private readonly file: string) {}

  static async watch(folder: string): Promise<Connections> {
    const file = path.join(folder, 'connections.txt');
    await writeFile(file, '');
    return new Connections(file);
  }

  /** Environment in which a server is watched. */
  get environment(): Readonly<Record<string, string>> {
    return {
      NODE_OPTIONS: `--require "${path.join(ROOT, 'test', 'host', 'watch-connections.cjs')}"`,
      LECTERN_TEST_CONNECTIONS: this.file,
    };
  }

  /** Whether an extension host is among the watched processes. */
  async includeExtensionHost(): Promise<boolean> {
    return (await this.lines()).includes('# --type=extensionHost');
  }

  /** Hosts outside this machine that a process connected to or tried to. */
  async outside(): Promise<readonly string[]> {
    const hosts = (await this.lines()).filter((line) => line !== '' && !line.startsWith('#'));
    return [...new Set(hosts)].filter((host) => !isLoopback(host));
  }

  private async lines(): Promise<readonly string[]> {
    return (await readFile(this.file, 'utf8')).split('\n');
  }
}
