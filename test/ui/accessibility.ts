import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Frame } from 'playwright-core';

declare const axe: { run(context: Document, options: object): Promise<{ readonly violations: readonly Violation[] }> };

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly help: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What axe finds in a page that is serious or worse, as lines to read. The page must be settled. */
export async function seriousProblems(frame: Frame): Promise<readonly string[]> {
  await frame.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  const violations = await frame.evaluate(async () => {
    // The frame around the page is VS Code's, and so are its title and landmarks.
    const { violations: found } = await axe.run(document, { resultTypes: ['violations'], rules: { region: { enabled: false } } });
    return found.map(({ id, impact, help, nodes }) => ({ id, impact, help, nodes: nodes.map(({ html }) => ({ html })) }));
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')})`);
}
