import { verdicts } from '../../src/core/runs/verdict';
import type { RunResult } from '../../src/core/runs/result';
import type { Demo, ParamProblem } from '../gpu/demo';
import { Gpu } from '../gpu/gpu';
import { paramProblems } from '../gpu/params';
import { ParamError, runDemo, runReference } from '../gpu/runner';
import type { GpuSession } from './gpu-session';
import { troubleOf } from './notices';
import { NOT_KEPT, type PageStore } from './page-state';
import { adapterText, durationText, verdictText } from './words';

export interface RunControllerParts {
  readonly demo: Demo;
  readonly store: PageStore;
  readonly session: GpuSession;
  readonly lecternVersion: string;
  /** Told of faults that are ours, for the log. */
  readonly onFault: (error: unknown) => void;
}

/** The reason a run aborts with when the user stops it. */
class Stopped extends Error {
  override readonly name = 'Stopped';
}

/** Starts and stops runs, and sees to the device they run on. */
export class RunController {
  private stopping: AbortController | undefined;
  private visible = true;

  constructor(private readonly parts: RunControllerParts) {}

  /** Opens the device, so that the page can say what it would run on. */
  async openGpu(): Promise<void> {
    const { store, session } = this.parts;
    store.set({ gpu: { kind: 'opening' } });
    this.showGpu(await session.open());
  }

  /** A new device after a loss, or another try where there was none. */
  async recreate(): Promise<void> {
    const { store } = this.parts;
    store.set({ trouble: undefined });
    await this.openGpu();
    const { gpu } = store.state;
    store.set({ status: gpu.kind === 'ready' ? `A new device is open: ${adapterText(gpu.facts)}.` : 'There is still no usable adapter.' });
  }

  async run(): Promise<void> {
    const { demo, store, session, lecternVersion, onFault } = this.parts;
    if (this.stopping) return;
    const { params } = store.state;
    const problems = paramProblems(demo, params);
    if (problems.length > 0) {
      this.refuse(problems);
      return;
    }
    const stopping = (this.stopping = new AbortController());
    store.set({
      run: { kind: 'running', fraction: 0, text: 'Starting', stopping: false },
      trouble: undefined,
      problems: [],
      status: `Running ${demo.title}`,
    });
    try {
      const gpu = await session.open();
      this.showGpu(gpu);
      const progress = (fraction: number, text: string): void => this.progress(fraction, text);
      const request = { demo, params, lecternVersion, signal: stopping.signal, progress };
      const result = gpu instanceof Gpu ? await runDemo({ ...request, gpu }) : await runReference(request);
      store.set({ result, keeping: NOT_KEPT, status: doneText(result) });
    } catch (error) {
      if (error instanceof Stopped) {
        store.set({ status: 'Stopped. Nothing of this run was kept.' });
      } else if (error instanceof ParamError) {
        this.refuse(error.problems);
      } else {
        const trouble = troubleOf(error);
        if (trouble.isFault) onFault(error);
        store.set({ trouble, status: `${trouble.title}.` });
      }
    } finally {
      this.stopping = undefined;
      store.set({ run: { kind: 'idle' } });
      this.letGo();
    }
  }

  stop(): void {
    const { run } = this.parts.store.state;
    if (run.kind !== 'running' || run.stopping) return;
    this.parts.store.set({ run: { ...run, stopping: true }, status: 'Stopping' });
    this.stopping?.abort(new Stopped('Stopped by the user.'));
  }

  /** A page nobody sees and that runs nothing keeps no device. */
  setVisible(visible: boolean): void {
    this.visible = visible;
    this.letGo();
  }

  private letGo(): void {
    if (!this.visible && !this.stopping) this.parts.session.release();
  }

  private refuse(problems: readonly ParamProblem[]): void {
    const [first] = problems;
    const count = problems.length === 1 ? 'one parameter needs' : `${String(problems.length)} parameters need`;
    this.parts.store.set({
      run: { kind: 'idle' },
      problems,
      refusal: first && { key: first.key },
      status: `Not started: ${count} another value. ${first?.message ?? ''}`,
    });
  }

  private progress(fraction: number, text: string): void {
    const { store } = this.parts;
    const { run, status } = store.state;
    if (run.kind !== 'running' || run.stopping) return;
    // The status is read out, so it says each step once and leaves the percentage to the bar.
    const said = `${text}…`;
    store.set({ run: { ...run, fraction, text }, ...(said === status ? {} : { status: said }) });
  }

  private showGpu(gpu: Awaited<ReturnType<GpuSession['open']>>): void {
    const { store } = this.parts;
    store.set({ gpu: gpu instanceof Gpu ? { kind: 'ready', facts: gpu.facts } : { kind: 'unavailable', why: gpu } });
  }
}

function doneText(result: RunResult): string {
  const where = result.provenance.engine === 'cpu' ? ' on the CPU only' : '';
  return `Done${where} in ${durationText(result.provenance.durationMs)}: ${verdictText(verdicts(result))}.`;
}
