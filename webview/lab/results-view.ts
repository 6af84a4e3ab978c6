import type { RunResult } from '../../src/core/runs/result';
import { element, fill } from '../ui/element';
import { chartsView } from './charts-view';
import type { Host } from './host';
import { memoryView, metricsView, timingsView } from './numbers-view';
import type { PageState, PageStore } from './page-state';
import { provenanceView } from './provenance-view';
import { verdictView } from './verdict-view';

/** Where the parts of a result go on the page: the kernels' sources stand between its numbers and its provenance. */
export interface ResultsView {
  readonly numbers: HTMLElement;
  readonly provenance: HTMLElement;
}

export function resultsView(store: PageStore, host: Host): ResultsView {
  const stale = element('p', { class: 'caution', 'data-testid': 'stale' });
  const body = element('div', { class: 'stack' });
  const numbers = element('div', { class: 'stack results', 'data-testid': 'results' }, [stale, body]);
  const provenance = element('div');
  let disposeCharts = (): void => undefined;
  let startedAt = scrollY;

  store.watch(({ result }) => result, (result) => {
    disposeCharts();
    numbers.hidden = result === undefined;
    if (!result) {
      fill(body, []);
      fill(provenance, []);
      return;
    }
    const charts = chartsView(result.charts, host, (status) => store.set({ status }));
    disposeCharts = () => charts.dispose();
    fill(body, [verdictView(result), timingsView(result), metricsView(result), charts.element, memoryView(result)]);
    fill(provenance, [provenanceView(result.provenance)]);
    // Who has not moved since pressing Run waits for the verdict; who reads elsewhere is left there.
    if (scrollY === startedAt) body.firstElementChild?.scrollIntoView({ block: 'start' });
  });
  store.watch(({ run }) => run.kind, () => (startedAt = scrollY));
  store.watch(staleness, (text) => {
    stale.hidden = text === '';
    stale.textContent = text;
  });
  return { numbers, provenance };
}

function staleness({ result, params, run }: PageState): string {
  if (!result) return '';
  if (run.kind === 'running') return 'A new run is under way; this is the result of the one before.';
  return isOfOther(result, params) ? 'The parameters have changed since this run.' : '';
}

function isOfOther({ provenance }: RunResult, params: PageState['params']): boolean {
  return Object.entries(params).some(([key, value]) => provenance.params[key] !== value);
}
