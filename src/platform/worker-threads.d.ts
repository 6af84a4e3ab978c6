/** What Lectern uses of Node's module, declared here because `src/` is compiled without Node's types: it also runs in the browser. */
declare module 'node:worker_threads' {
  interface ThreadPort {
    postMessage(message: unknown): void;
    on(event: 'message', listener: (message: unknown) => void): void;
  }

  /** `null` outside a worker. */
  export const parentPort: ThreadPort | null;

  export class Worker {
    constructor(
      filename: string,
      options: {
        readonly name: string;
        readonly execArgv: readonly string[];
        readonly resourceLimits: { readonly maxOldGenerationSizeMb: number; readonly maxYoungGenerationSizeMb: number };
      },
    );
    postMessage(message: unknown, given: readonly ArrayBuffer[]): void;
    on(event: 'message', listener: (message: unknown) => void): void;
    on(event: 'error', listener: (error: Error) => void): void;
    on(event: 'exit', listener: (code: number) => void): void;
    terminate(): Promise<number>;
  }
}
