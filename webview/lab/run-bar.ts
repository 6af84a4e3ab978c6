import { button, focusSoon } from '../ui/button';
import { element, icon } from '../ui/element';
import type { PageState, PageStore } from './page-state';
import { adapterText } from './words';

export interface RunBarActions {
  readonly run: () => void;
  readonly stop: () => void;
  readonly keep: () => void;
  readonly addToNote: () => void;
}

/** Run and Stop, what is going on, and what to do with the result. Stays in sight. */
export function runBar(store: PageStore, actions: RunBarActions): HTMLElement {
  const run = button('Run', actions.run, { look: 'primary', icon: 'play', attributes: { 'data-testid': 'run' } });
  const stop = button('Stop', actions.stop, { icon: 'debug-stop', attributes: { 'data-testid': 'stop' } });
  const keep = button('Keep run', actions.keep, { icon: 'save', attributes: { 'data-testid': 'keep-run' } });
  const add = button('Add to note', actions.addToNote, { icon: 'note', attributes: { 'data-testid': 'add-to-note' } });
  const progress = element('progress', { class: 'progress', max: 1, 'aria-label': 'Progress of the run' });
  const status = element('p', { class: 'status', role: 'status', 'data-testid': 'status' });
  const kept = element('p', { class: 'kept', role: 'status', 'data-testid': 'kept' });
  const adapter = element('p', { class: 'adapter muted', 'data-testid': 'adapter' });

  store.watch(({ run: { kind } }) => kind === 'running', (isRunning) => {
    const hadFocus = run.contains(document.activeElement) || stop.contains(document.activeElement);
    run.disabled = isRunning;
    stop.disabled = !isRunning;
    progress.hidden = !isRunning;
    // The button with the focus has just been disabled: the other is what comes next.
    if (hadFocus) focusSoon(isRunning ? stop : run);
  });
  store.watch(({ run: state }) => state, (state) => {
    if (state.kind !== 'running') return;
    progress.value = state.fraction;
    if (state.stopping) stop.disabled = true;
  });
  store.watch(({ status: text }) => text, (text) => (status.textContent = text));
  store.watch(({ gpu }) => gpu, (gpu) => (adapter.textContent = gpuText(gpu)));
  store.watch(canKeep, () => updateKeeping());
  store.watch(({ keeping }) => keeping, (keeping) => {
    updateKeeping();
    kept.replaceChildren(...(keeping.answer === '' ? [] : [icon(keeping.failed ? 'error' : 'check'), ` ${keeping.answer}`]));
    kept.classList.toggle('failed', keeping.failed);
  });

  return element('section', { class: 'run-bar', 'aria-label': 'Run' }, [
    element('div', { class: 'run-buttons' }, [run, stop, keep, add]),
    progress,
    element('div', { class: 'run-words' }, [status, adapter]),
    kept,
  ]);

  function updateKeeping(): void {
    const { keeping } = store.state;
    keep.disabled = !canKeep(store.state) || keeping.run !== undefined;
    add.disabled = !canKeep(store.state) || keeping.note !== undefined;
  }
}

function canKeep({ result, run, keeping }: PageState): boolean {
  return result !== undefined && run.kind === 'idle' && !keeping.busy;
}

function gpuText(gpu: PageState['gpu']): string {
  switch (gpu.kind) {
    case 'opening':
      return 'Looking for a GPU';
    case 'ready':
      return adapterText(gpu.facts);
    case 'unavailable':
      return adapterText(null);
    case 'lost':
      return 'Device lost';
  }
}
