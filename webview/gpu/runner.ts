import type { AdapterFacts, KernelStamp, ParamValues, Provenance, RunResult } from '../../src/core/runs/result';
import { budgetProblems } from './budget';
import type { Demo, DemoOutput, ParamProblem, RunContext } from './demo';
import { GpuError } from './errors';
import type { Gpu } from './gpu';
import { ParamError, paramProblems, presetOf, presetParams } from './params';
import { sha256 } from './sha256';

export { defaultPreset, ParamError, paramProblems, presetOf, presetParams } from './params';

interface CommonRequest {
  readonly demo: Demo;
  readonly params: ParamValues;
  readonly lecternVersion: string;
  /** Aborted by Stop. */
  readonly signal: AbortSignal;
  readonly progress: RunContext['progress'];
}

export interface RunRequest extends CommonRequest {
  /** WGSL by kernel name where it is not the bundled one. */
  readonly sources?: Readonly<Record<string, string>>;
  readonly gpu: Gpu;
}

export type ReferenceRequest = CommonRequest;

/**
 * Runs a demo on the GPU and records where every number comes from.
 * @throws ParamError when the parameters cannot be run, GpuError when the GPU fails, the reason of
 *   the signal when it aborts
 */
export async function runDemo(request: RunRequest): Promise<RunResult> {
  const { demo, params, gpu, signal, progress } = request;
  refuse([...paramProblems(demo, params)]);
  refuse([...budgetProblems(demo, params, gpu.facts)]);
  const stamp = startStamp(demo, params, request.lecternVersion);
  const sources = Object.fromEntries(demo.kernels.map(({ name, source }) => [name, request.sources?.[name] ?? source]));
  const kernels = await Promise.all(demo.kernels.map(async ({ name, source }) => stampKernel(name, sources[name] ?? source, source)));
  const output = await withRunSignal(gpu, signal, (runSignal) =>
    demo.run({ gpu, sources, preset: presetOf(demo, params), signal: runSignal, progress }, params),
  );
  return finish(output, stamp({ engine: 'webgpu', adapter: gpu.facts, kernels }));
}

/**
 * Runs the float64 reference alone, for machines without a usable adapter. Parameters larger than
 * the `quick` preset are replaced by it, since the CPU is slow; the result says which ones ran.
 * @throws ParamError when the parameters cannot be run, the reason of the signal when it aborts
 */
export async function runReference(request: ReferenceRequest): Promise<RunResult> {
  const { demo, signal, progress } = request;
  refuse(paramProblems(demo, request.params));
  const small = presetParams(demo, 'quick');
  const params = demo.cost(request.params).flops <= demo.cost(small).flops ? request.params : small;
  const stamp = startStamp(demo, params, request.lecternVersion);
  const output = await demo.reference(params, signal, progress);
  return finish(output, stamp({ engine: 'cpu', adapter: null, kernels: [] }));
}

function refuse(problems: readonly ParamProblem[]): void {
  if (problems.length > 0) throw new ParamError(problems);
}

async function stampKernel(name: string, source: string, bundled: string): Promise<KernelStamp> {
  return { name, sha256: await sha256(source), modified: source !== bundled };
}

function startStamp(
  demo: Demo,
  params: ParamValues,
  lecternVersion: string,
): (ran: { engine: Provenance['engine']; adapter: AdapterFacts | null; kernels: readonly KernelStamp[] }) => Provenance {
  const started = new Date().toISOString();
  const before = performance.now();
  return (ran) => ({
    demo: demo.slug,
    ...ran,
    preset: presetOf(demo, params),
    params,
    lecternVersion,
    started,
    durationMs: performance.now() - before,
    userAgent: navigator.userAgent,
  });
}

function finish(output: DemoOutput, provenance: Provenance): RunResult {
  const { metrics, checks, charts, timings, memory } = output;
  return { metrics, checks, charts, timings, memory, provenance };
}

/** Runs with a signal that Stop, a lost device and any error outside an error scope abort. */
async function withRunSignal<T>(gpu: Gpu, stop: AbortSignal, run: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const onStop = (): void => controller.abort(stop.reason);
  const forget = gpu.onDidFail((error) => controller.abort(error));
  stop.addEventListener('abort', onStop);
  if (stop.aborted) onStop();
  try {
    const output = await run(controller.signal);
    controller.signal.throwIfAborted();
    return output;
  } catch (error) {
    throw controller.signal.aborted ? error : readable(error);
  } finally {
    forget();
    stop.removeEventListener('abort', onStop);
  }
}

/** The browser's own complaints, such as a buffer that was never mapped, become errors for the reader. */
function readable(error: unknown): unknown {
  return error instanceof DOMException ? new GpuError(`The GPU could not finish the run: ${error.message}`) : error;
}
