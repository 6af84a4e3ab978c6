import { build } from 'esbuild';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { PageText } from '../../src/platform/page';
import { launchBrowser } from '../host/browser';
import { ROOT } from '../host/paths';

const ORIGIN = 'https://lectern.test';
const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css', '.ttf': 'font/ttf' };

export type BuiltPageName = 'reader' | 'claims';

interface PageModule {
  readonly pageHtml: (webview: object, extensionUri: string, page: BuiltPageName, title: string, text?: PageText) => string;
}

/** A built page with the HTML and the policy that it has in the editor, in a browser. */
export class BuiltPage {
  private constructor(
    private readonly browser: Browser,
    readonly page: Page,
    private readonly requested: readonly string[],
  ) {}

  /** @param prepare runs in the page before its own code; it stands in for the editor */
  static async open(name: BuiltPageName, prepare: () => void, screen: BrowserContextOptions = {}): Promise<BuiltPage> {
    const html = await htmlOf(name);
    const browser = await launchBrowser();
    const page = await browser.newPage(screen);
    const requested: string[] = [];
    page.on('request', (request) => requested.push(request.url()));
    await page.route('**/*', async (route) => {
      const { origin, pathname } = new URL(route.request().url());
      if (origin !== ORIGIN) return route.abort();
      if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: html });
      const type = TYPES[path.extname(pathname)];
      const body = type === undefined ? undefined : await readFile(built(path.basename(pathname))).catch(() => undefined);
      return body === undefined ? route.abort() : route.fulfill({ body, ...(type === undefined ? {} : { contentType: type }) });
    });
    await page.addInitScript(prepare);
    await page.goto(`${ORIGIN}/`);
    return new BuiltPage(browser, page, requested);
  }

  /** What was asked of anything but the page's own files. */
  get foreignRequests(): readonly string[] {
    return this.requested.filter((url) => !url.startsWith(`${ORIGIN}/`));
  }

  async end(): Promise<void> {
    await this.browser.close();
  }
}

async function htmlOf(name: BuiltPageName): Promise<string> {
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
  const text = (file: string) => readFile(built(file), 'utf8');
  // As the editor has them: the Reader whole, so that it opens at once.
  const whole = name === 'reader' ? [{ script: await text('reader.js'), style: (await text('codicon.css')) + (await text('reader.css')) }] : [];
  return pageHtml({ asWebviewUri: (uri: string) => uri, cspSource: ORIGIN }, ORIGIN, name, 'A page', ...whole);
}

function built(file: string): string {
  return path.join(ROOT, 'dist/webview', file);
}
