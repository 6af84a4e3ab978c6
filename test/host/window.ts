import type { Page } from 'playwright-core';
import { format } from 'node:util';

/** The line after which what comes is the report of the suites; before it VS Code talks of itself. */
export const SUITES_BEGIN = 'The suites begin.';

/** What an extension host under test says while it runs. */
export interface TestingWindow {
  /** Exit code of the tests; the page must not be closed before. */
  readonly exit: Promise<number>;
  /** The browser's console and failed loads, for a report when something went wrong. */
  readonly log: readonly string[];
}

/**
 * Listens to the two functions that a workbench under test calls. To be done before the page is opened,
 * because the workbench looks for them while it loads.
 */
export async function listen(page: Page, write: (line: string) => void): Promise<TestingWindow> {
  const log = pageLog(page);
  let begun = false;
  await page.exposeFunction('codeAutomationLog', (_type: string, args: readonly unknown[]) => {
    const line = format(...args);
    if (begun) write(line);
    begun ||= line === SUITES_BEGIN;
  });
  const exit = new Promise<number>((resolve, reject) => {
    page.exposeFunction('codeAutomationExit', (code: number) => resolve(code)).catch(reject);
  });
  return { exit, log };
}

/** What a page's console says and what it could not load, as it happens, for a report when something went wrong. */
export function pageLog(page: Page): readonly string[] {
  const log: string[] = [];
  page.on('console', (message) => log.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => log.push(`uncaught: ${error.message}`));
  page.on('requestfailed', (request) => log.push(`not loaded: ${request.url()} (${request.failure()?.errorText ?? 'no reason given'})`));
  return log;
}
