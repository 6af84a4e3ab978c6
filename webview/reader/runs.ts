import type { PaperView, RunView } from '../../src/protocol/reader';
import { element, type Child } from '../ui/element';
import { nothing } from './section';
import { momentText } from './words';

export function drawRuns({ runs, demos }: Pick<PaperView, 'runs' | 'demos'>, open: (id: string) => void): readonly Child[] {
  if (runs.length === 0) {
    return [nothing(demos.length === 0 ? 'No runs: there is no demo to run.' : 'No runs kept yet. Run the demo, then choose Keep run in the Lab.')];
  }
  return [element('ul', { class: 'lines' }, runs.map((run, index) => runItem(run, index, open)))];
}

function runItem({ id, title, kept, adapter, verdict }: RunView, index: number, open: (id: string) => void): HTMLElement {
  const name = element('button', { type: 'button', class: 'link', title: `Open ${id}`, 'data-testid': `run-${index}` }, [title]);
  name.addEventListener('click', () => open(id));
  const when = element('time', { datetime: kept }, [momentText(kept)]);
  return element('li', {}, [name, element('span', { class: 'muted detail' }, [when, ` · ${adapter} · ${verdict}`])]);
}
