import type { KernelStamp } from '../../src/core/runs/result';
import type { Demo, Kernel } from '../gpu/demo';
import { sha256 } from '../gpu/sha256';
import { element } from '../ui/element';
import type { PageStore } from './page-state';

/** The sources that run, to be read. After a run each says what text it was that ran. */
export function kernelsView({ kernels }: Demo, store: PageStore): HTMLElement {
  return element('section', { 'aria-labelledby': 'kernels-heading', 'data-testid': 'kernels' }, [
    element('h2', { id: 'kernels-heading' }, ['Kernels']),
    element('p', { class: 'muted' }, ['The WGSL that runs, word for word.']),
    element('div', {}, kernels.map((kernel) => kernelView(kernel, store))),
  ]);
}

function kernelView(kernel: Kernel, store: PageStore): HTMLElement {
  const stamp = element('dd', { class: 'mono' });
  const ran = element('dd');
  const source = element('pre', { class: 'source', tabindex: 0, role: 'region', 'aria-label': `Source of ${kernel.file}` });
  const view = element('details', { class: 'kernel', 'data-testid': `kernel-${kernel.name}` }, [
    element('summary', {}, [element('span', { class: 'mono kernel-file' }, [kernel.file]), element('span', { class: 'muted' }, [kernel.summary])]),
    element('dl', { class: 'facts' }, [
      element('dt', {}, ['Entry points']),
      element('dd', { class: 'mono' }, [kernel.entryPoints.join(', ')]),
      element('dt', {}, ['SHA-256']),
      stamp,
      element('dt', {}, ['Last run']),
      ran,
    ]),
    source,
  ]);
  view.addEventListener(
    'toggle',
    () => {
      source.append(...sourceLines(kernel.source));
      void showHash(kernel.source, stamp);
    },
    { once: true },
  );
  store.watch(({ result }) => result?.provenance.kernels.find(({ name }) => name === kernel.name), (found) => {
    ran.textContent = ranText(found);
  });
  return view;
}

/** One element a line; the numbers are the style sheet's, so that copying takes the source alone. */
function sourceLines(source: string): readonly HTMLElement[] {
  return source
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => element('span', { class: 'line' }, [`${line}\n`]));
}

async function showHash(source: string, target: HTMLElement): Promise<void> {
  try {
    target.textContent = await sha256(source);
  } catch {
    // Browsers offer hashing to secure pages only, as they do WebGPU.
    target.textContent = 'This browser computes it on secure pages only.';
  }
}

function ranText(stamp: KernelStamp | undefined): string {
  if (!stamp) return 'Has not run yet.';
  return stamp.modified ? `Ran with another text: ${stamp.sha256}` : 'Ran with exactly this text.';
}
