import { build } from 'esbuild';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Page } from 'playwright-core';

export interface KernelTestOptions {
  readonly executablePath: string;
  /** Runs only tests whose full title contains this text. */
  readonly only?: string;
}

export interface KernelTestResults {
  readonly passed: number;
  readonly failed: number;
  readonly failures: readonly { readonly title: string; readonly message: string }[];
}

/** One finished test, as the page reports it. */
interface TestReport {
  readonly title: string;
  readonly durationMs: number;
  /** Absent when the test passed. */
  readonly message?: string;
}

const FOLDER = path.resolve('test/kernels');
const OVERALL_LIMIT_MS = 5 * 60_000;
const TEST_LIMIT_MS = 60_000;
const PAGE = `<!doctype html><meta charset="utf-8"><title>Kernel tests</title>
<script src="mocha.js"></script><script>mocha.setup({ ui: 'bdd', timeout: ${String(TEST_LIMIT_MS)}, reporter: function () {} })</script>
<script src="tests.js"></script>`;

const CHROMIUM_ARGUMENTS = [
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Runs every `*.test.ts` of this folder in one page of a headless Chromium on its software adapter. */
export async function runKernelTests({ executablePath, only }: KernelTestOptions): Promise<KernelTestResults> {
  const profile = await mkdtemp(path.join(tmpdir(), 'lectern-kernels-'));
  const server = await serve({
    '/': { type: 'text/html', body: PAGE },
    '/mocha.js': { type: 'text/javascript', body: await readFile(path.resolve('node_modules/mocha/mocha.js'), 'utf8') },
    '/tests.js': { type: 'text/javascript', body: await bundleTests() },
  });
  try {
    const root = process.getuid?.() === 0;
    const context = await chromium.launchPersistentContext(profile, {
      executablePath,
      headless: true,
      args: root ? [...CHROMIUM_ARGUMENTS, '--no-sandbox'] : CHROMIUM_ARGUMENTS,
    });
    try {
      const page = await context.newPage();
      await page.goto(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`);
      return await runPage(page, only);
    } finally {
      await context.close();
    }
  } finally {
    server.close();
    server.closeAllConnections();
    await rm(profile, { recursive: true, force: true });
  }
}

async function bundleTests(): Promise<string> {
  const files = (await readdir(FOLDER)).filter((file) => file.endsWith('.test.ts')).sort();
  const { outputFiles } = await build({
    stdin: { contents: files.map((file) => `import './${file}';`).join('\n'), resolveDir: FOLDER, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    sourcemap: 'inline',
    loader: { '.wgsl': 'text' },
  });
  return outputFiles[0]?.text ?? '';
}

async function serve(files: Readonly<Record<string, { readonly type: string; readonly body: string }>>): Promise<Server> {
  const server = createServer((request, response) => {
    const file = files[request.url ?? ''];
    if (file === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': `${file.type}; charset=utf-8` }).end(file.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

async function runPage(page: Page, only: string | undefined): Promise<KernelTestResults> {
  const reports: TestReport[] = [];
  await page.exposeFunction('reportTest', (report: TestReport) => {
    reports.push(report);
    console.log(lineOf(report));
  });
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`The kernel tests did not end within ${String(OVERALL_LIMIT_MS / 60_000)} minutes.`));
    }, OVERALL_LIMIT_MS);
  });
  const crash = new Promise<never>((_, reject) => {
    page.on('crash', () => reject(new Error('The page of the kernel tests crashed.')));
    page.on('pageerror', (error) => reject(error));
  });
  try {
    await Promise.race([page.evaluate(runInPage, only ?? ''), limit, crash]);
  } finally {
    clearTimeout(timer);
  }
  const failures = reports.flatMap(({ title, message }) => (message === undefined ? [] : [{ title, message }]));
  if (reports.length === 0 && only === undefined) throw new Error('No kernel test ran.');
  return { passed: reports.length - failures.length, failed: failures.length, failures };
}

/** Runs inside the page, so it may use nothing of this module. */
async function runInPage(only: string): Promise<void> {
  const { reportTest } = globalThis as unknown as { reportTest: (report: TestReport) => Promise<void> };
  const sent: Promise<void>[] = [];
  if (only !== '') mocha.fgrep(only);
  await new Promise<void>((resolve) => {
    const runner = mocha.run(() => resolve());
    runner.on('pass', (test) => sent.push(reportTest({ title: test.fullTitle(), durationMs: test.duration ?? 0 })));
    runner.on('fail', (test, error: Error) =>
      sent.push(reportTest({ title: test.fullTitle(), durationMs: test.duration ?? 0, message: error.stack ?? error.message })),
    );
  });
  await Promise.all(sent);
}

function lineOf({ title, durationMs, message }: TestReport): string {
  return message === undefined ? `ok ${title} (${String(durationMs)} ms)` : `FAILED ${title}\n${message}`;
}
