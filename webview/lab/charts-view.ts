import type { Chart } from '../../src/core/runs/result';
import { chartView, type ChartView } from '../plot/chart';
import { chartCsv } from '../plot/chart-table';
import { pictureOf } from '../plot/picture';
import { button, toggleButton } from '../ui/button';
import { element } from '../ui/element';
import type { Host } from './host';

/** The charts of a result, each with its buttons. */
export function chartsView(charts: readonly Chart[], host: Host, onStatus: (text: string) => void): { readonly element: HTMLElement | undefined; dispose(): void } {
  const views = charts.map((chart) => withButtons(chart, chartView(chart), host, onStatus));
  return {
    element:
      views.length === 0
        ? undefined
        : element('section', { 'aria-labelledby': 'charts-heading' }, [
            element('h2', { id: 'charts-heading' }, ['Charts']),
            element('div', { class: 'charts' }, views.map(({ figure }) => figure)),
          ]),
    dispose() {
      for (const view of views) view.dispose();
    },
  };
}

function withButtons(chart: Chart, view: ChartView, host: Host, onStatus: (text: string) => void): ChartView {
  const named = (what: string): { readonly 'aria-label': string } => ({ 'aria-label': `${what}: ${chart.title}` });
  view.toolbar.append(
    toggleButton('Table', (pressed) => view.showTable(pressed), { icon: 'table', attributes: named('Table') }),
    button(
      'Copy CSV',
      () => {
        host.send({ kind: 'copyText', text: chartCsv(chart) });
        onStatus(`Copied the numbers of “${chart.title}” as CSV.`);
      },
      { icon: 'copy', attributes: named('Copy CSV') },
    ),
    button('Save PNG', () => void savePicture(chart, host, onStatus), { icon: 'file-media', attributes: named('Save PNG') }),
  );
  return view;
}

async function savePicture(chart: Chart, host: Host, onStatus: (text: string) => void): Promise<void> {
  try {
    const answer = await host.ask({ kind: 'savePicture', picture: { chart: chart.id, png: await pictureOf(chart) } });
    if (answer.kind === 'saved') onStatus(`Saved ${answer.file}.`);
    else if (answer.kind === 'failed') onStatus(answer.message);
  } catch (error) {
    onStatus(`The picture could not be made: ${error instanceof Error ? error.message : String(error)}`);
  }
}
