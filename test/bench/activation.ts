import type { Locator } from 'playwright-core';
import { ReaderError } from '../host/reader-error';
import { NEWEST } from '../host/releases';
import { Session } from '../ui/session';
import type { Workbench } from '../ui/workbench';
import { productionBuild } from './production';
import { median, type BenchRow } from './row';

const WINDOWS = 3;
const ACTIVATION_BUDGET_MS = 50;

interface Sample {
  readonly activationMs: number;
  readonly treeMs: number;
}

/** What Lectern costs the extension host when its view is first opened, and how soon the tree is there. Each sample is a fresh window. */
export async function benchActivation(): Promise<readonly BenchRow[]> {
  await productionBuild();
  const session = await Session.start(NEWEST, { extension: 'development' });
  try {
    const samples: Sample[] = [];
    for (let window = 0; window < WINDOWS; window += 1) samples.push(await measure(await session.open()));
    const row = (name: string, values: readonly number[]): BenchRow => ({
      bench: 'activation',
      name,
      value: median(values),
      unit: 'ms',
      how: `median of ${values.length} fresh windows: ${values.map((value) => value.toFixed(0)).join(', ')}`,
    });
    return [
      { ...row('activation', samples.map(({ activationMs }) => activationMs)), budget: ACTIVATION_BUDGET_MS },
      row('container opened to first paper, activation included', samples.map(({ treeMs }) => treeMs)),
    ];
  } finally {
    await session.end();
  }
}

async function measure(workbench: Workbench): Promise<Sample> {
  // The list fills once the extension host runs: its own start is not Lectern's.
  await workbench.command('Developer: Show Running Extensions');
  const extensions = workbench.page.locator('.runtime-extensions-editor .monaco-list-row');
  await extensions.first().waitFor();

  const started = performance.now();
  await workbench.openContainer('Lectern');
  await workbench.tree('Papers').rows.nth(1).waitFor();
  const treeMs = performance.now() - started;

  const activationMs = await readActivation(extensions.filter({ hasText: 'Lectern' }));
  // The side bar of the next window opens as this one left it: it must not be Lectern's.
  await workbench.openContainer('Explorer');
  await workbench.page.close();
  return { activationMs, treeMs };
}

/** What VS Code itself measured, as "Show Running Extensions" says it. */
async function readActivation(row: Locator): Promise<number> {
  const time = row.getByText(/Activation: \d+ms/).first();
  await time.waitFor();
  const milliseconds = /Activation: (\d+)ms/.exec(await time.innerText())?.[1];
  if (milliseconds === undefined) throw new ReaderError('VS Code shows no activation time for Lectern.');
  return Number(milliseconds);
}
