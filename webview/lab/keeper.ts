import type { RunResult } from '../../src/core/runs/result';
import type { ChartPicture } from '../../src/protocol/lab';
import { pictureOf } from '../plot/picture';
import type { Answer, Host } from './host';
import type { Keeping, PageStore } from './page-state';

/** Has the shown result kept, and put into the paper's note. */
export class Keeper {
  constructor(
    private readonly host: Host,
    private readonly store: PageStore,
  ) {}

  keep(): Promise<void> {
    return this.send(async (result, pictures) => {
      const answer = await this.host.ask({ kind: 'keepRun', result, pictures });
      return answer.kind === 'kept' ? { run: answer.run, answer: `Kept as ${answer.run}.` } : refusal(answer);
    });
  }

  addToNote(): Promise<void> {
    return this.send(async (result, pictures) => {
      const { run } = this.store.state.keeping;
      const answer = await this.host.ask({ kind: 'addToNote', ...(run === undefined ? {} : { run }), result, pictures });
      return answer.kind === 'added'
        ? { run: answer.run, note: answer.note, answer: `Added to ${answer.note}.` }
        : refusal(answer);
    });
  }

  private async send(ask: (result: RunResult, pictures: readonly ChartPicture[]) => Promise<Partial<Keeping>>): Promise<void> {
    const { result, keeping } = this.store.state;
    if (!result || keeping.busy) return;
    this.store.set({ keeping: { ...keeping, busy: true, failed: false, answer: '' } });
    const change = await this.attempt(() => picturesOf(result).then((pictures) => ask(result, pictures)));
    // A new run may have ended meanwhile; the answer is about the old one.
    if (this.store.state.result === result) this.store.set({ keeping: { ...keeping, busy: false, failed: false, answer: '', ...change } });
  }

  private async attempt(work: () => Promise<Partial<Keeping>>): Promise<Partial<Keeping>> {
    try {
      return await work();
    } catch (error) {
      return { failed: true, answer: `The run could not be sent: ${error instanceof Error ? error.message : String(error)}` };
    }
  }
}

function refusal(answer: Answer): Partial<Keeping> {
  // Dismissing a dialog of the host is no failure and needs no words.
  if (answer.kind !== 'failed') return {};
  return { failed: true, answer: answer.message, ...(answer.run === undefined ? {} : { run: answer.run }) };
}

function picturesOf(result: RunResult): Promise<readonly ChartPicture[]> {
  return Promise.all(result.charts.map(async (chart) => ({ chart: chart.id, png: await pictureOf(chart) })));
}
