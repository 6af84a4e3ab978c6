import type { AdapterFacts, RunResult } from './result';

export interface Verdicts {
  readonly passed: number;
  readonly failed: number;
  readonly notEvaluated: number;
}

/** How many checks of a run passed, failed and were not evaluated. */
export function verdicts({ checks }: Pick<RunResult, 'checks'>): Verdicts {
  const count = (verdict: (typeof checks)[number]['verdict']) => checks.filter((check) => check.verdict === verdict).length;
  return { passed: count('pass'), failed: count('fail'), notEvaluated: count('not-evaluated') };
}

const LONGEST_NAME = 80;

/** Software adapters by the name people know, found anywhere in what the browser says of an adapter. */
const KNOWN_NAMES = ['SwiftShader', 'llvmpipe', 'lavapipe', 'WARP', 'Microsoft Basic Render Driver'];

/** What the kernels ran on, in a few words: `SwiftShader (software)`, `CPU only`. */
export function adapterName({ provenance }: Pick<RunResult, 'provenance'>): string {
  const { engine, adapter } = provenance;
  return engine === 'cpu' ? 'CPU only' : adapterFactsName(adapter);
}

/** An adapter's name; a software one is always named as such. */
export function adapterFactsName(adapter: AdapterFacts | null): string {
  const name = (adapter && nameOf(adapter)) ?? 'Unknown adapter';
  return adapter?.software === true ? `${name} (software)` : name;
}

/** Browsers fill in some of the four texts and leave the others empty. */
function nameOf({ vendor, architecture, device, description, software }: AdapterFacts): string | undefined {
  const said = [description, device, `${vendor} ${architecture}`].map((text) => text.replace(/[\p{Cc}\s]+/gu, ' ').trim());
  const known = KNOWN_NAMES.find((name) => software && said.some((text) => text.toLowerCase().includes(name.toLowerCase())));
  return known ?? said.find((text) => text !== '')?.slice(0, LONGEST_NAME);
}
