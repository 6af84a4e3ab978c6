import type { Check, ParamValues, RunResult } from '../../../src/core/runs/result';
import { loadDemo } from '../../../webview/demos/index';
import type { Demo } from '../../../webview/gpu/demo';
import { presetParams, runDemo, type RunRequest } from '../../../webview/gpu/runner';
import { ok } from './assert';
import { sharedGpu, untilDone } from './device';

export function bundledDemo(slug: string): Demo {
  const demo = loadDemo(slug);
  ok(demo !== undefined, `${slug} is bundled`);
  return demo;
}

/** Runs a bundled demo with its quick preset, changed where the test says so. */
export async function runQuick(slug: string, changes: ParamValues = {}, request: Partial<RunRequest> = {}): Promise<RunResult> {
  const demo = bundledDemo(slug);
  return runDemo({
    demo,
    params: { ...presetParams(demo, 'quick'), ...changes },
    gpu: request.gpu ?? (await sharedGpu()),
    lecternVersion: '0.0.0-test',
    signal: untilDone(),
    progress: () => undefined,
    ...request,
  });
}

export function checkOf(result: RunResult, id: string): Check {
  const check = result.checks.find((found) => found.id === id);
  ok(check !== undefined, `the run has a check ${id}`);
  return check;
}
