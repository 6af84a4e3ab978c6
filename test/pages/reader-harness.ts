import { build } from 'esbuild';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { ROOT } from '../host/paths';
import { launchBrowser } from '../host/browser';
import type { PageText } from '../../src/platform/page';
import type { PaperView } from '../../src/protocol/reader';
import { inspectPage, installTripwire, type Inspection } from './tripwire';

const ORIGIN = 'https://lectern.test';
const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css', '.ttf': 'font/ttf' };

interface PageModule {
  readonly pageHtml: (webview: object, extensionUri: string, page: 'reader', title: string, text: PageText) => string;
}

/** The built Reader page with the HTML and the policy that it has in the editor, in a browser, with a host that only listens. */
export class ReaderHarness {
  private constructor(
    private readonly browser: Browser,
    readonly page: Page,
    private readonly requests: string[],
  ) {}

  static async start(): Promise<ReaderHarness> {
    const html = await readerHtml();
    const browser = await launchBrowser();
    const page = await browser.newPage();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.route('**/*', async (route) => {
      const { origin, pathname } = new URL(route.request().url());
      if (origin !== ORIGIN) return route.abort();
      if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: html });
      const type = TYPES[path.extname(pathname)];
      const body = type === undefined ? undefined : await readFile(path.join(ROOT, 'dist/webview', path.basename(pathname))).catch(() => undefined);
      return body === undefined ? route.abort() : route.fulfill({ body, ...(type === undefined ? {} : { contentType: type }) });
    });
    await page.addInitScript(installTripwire);
    await page.goto(`${ORIGIN}/`);
    await page.waitForFunction(() => Reflect.get(window, 'pageIsReady') === true);
    return new ReaderHarness(browser, page, requests);
  }

  /** Shows a paper with a formula and waits until it is set: later ones are shown at once. */
  async loadFormulas(paper: PaperView): Promise<void> {
    await this.show({ ...paper, abstract: 'Of $O(n)$' });
    await this.page.locator('math').first().waitFor();
  }

  /** Shows a paper and looks at all that must not have happened since the page began. */
  async show(paper: PaperView): Promise<Inspection & { readonly requests: readonly string[] }> {
    const inspection = await this.page.evaluate(inspectPage, paper);
    // Fonts and styles of the page itself are its own.
    return { ...inspection, requests: this.requests.filter((url) => !url.startsWith(`${ORIGIN}/`)) };
  }

  async end(): Promise<void> {
    await this.browser.close();
  }
}

async function readerHtml(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(ROOT, 'src/platform/page.ts')],
    alias: { vscode: path.join(ROOT, 'test/pages/vscode-for-pages.ts') },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
  });
  const code = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64');
  const { pageHtml } = (await import(`data:text/javascript;base64,${code}`)) as PageModule;
  return pageHtml({ asWebviewUri: (uri: string) => uri, cspSource: ORIGIN }, ORIGIN, 'reader', 'A paper', { script: await builtPage('reader.js'), style: (await builtPage('codicon.css')) + (await builtPage('reader.css')) });
}

function builtPage(file: string): Promise<string> {
  return readFile(path.join(ROOT, 'dist/webview', file), 'utf8');
}
