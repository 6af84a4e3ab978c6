import type { ParamValues } from '../../src/core/runs/result';
import type { LabView } from '../../src/protocol/lab';
import type { Demo } from '../gpu/demo';
import { defaultPreset, paramProblems } from '../gpu/params';
import { element, fill } from '../ui/element';
import { GpuSession } from './gpu-session';
import type { Host } from './host';
import { introView } from './intro-view';
import { Keeper } from './keeper';
import { kernelsView } from './kernels-view';
import { noticeView } from './notice-view';
import { NOT_KEPT, type PageState } from './page-state';
import { restoredParams, withPreset } from './params';
import { paramsView } from './params-view';
import { resultsView } from './results-view';
import { runBar } from './run-bar';
import { RunController } from './run-controller';
import { Store } from './store';

/** Puts a demo's page together and keeps its parameters for the next time. Returns what runs it. */
export function showLab(page: HTMLElement, demo: Demo, lab: LabView, host: Host): RunController {
  const kept = host.state?.slug === demo.slug ? host.state.params : undefined;
  const initial = restoredParams(demo, kept, 'quick');
  const store = new Store<PageState>({
    gpu: { kind: 'opening' },
    params: initial,
    problems: [],
    run: { kind: 'idle' },
    refusal: undefined,
    trouble: undefined,
    status: '',
    result: undefined,
    keeping: NOT_KEPT,
  });
  const session = new GpuSession(() => {
    const { gpu } = store.state;
    store.set({ gpu: { kind: 'lost', facts: gpu.kind === 'ready' ? gpu.facts : null } });
  });
  const controller = new RunController({
    demo,
    store,
    session,
    lecternVersion: lab.lecternVersion,
    onFault: (error) => host.send({ kind: 'fault', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  });
  const keeper = new Keeper(host, store);
  const setParams = (params: ParamValues): void => store.set({ params, problems: paramProblems(demo, params) });
  const presetHere = (): ReturnType<typeof defaultPreset> => {
    const { gpu } = store.state;
    return defaultPreset(gpu.kind === 'ready' ? gpu.facts : null);
  };

  const results = resultsView(store, host);
  fill(page, [
    ...introView(demo, lab, (key) => host.send({ kind: 'openPaper', key })),
    noticeView(store, () => void controller.recreate()),
    paramsView(demo, store, {
      setParam: (key, value) => setParams({ ...store.state.params, [key]: value }),
      choosePreset: (preset) => setParams(withPreset(demo, store.state.params, preset)),
      reset: () => setParams(restoredParams(demo, undefined, presetHere())),
    }),
    runBar(store, {
      run: () => void controller.run(),
      stop: () => controller.stop(),
      keep: () => void keeper.keep(),
      addToNote: () => void keeper.addToNote(),
    }),
    results.numbers,
    kernelsView(demo, store),
    results.provenance,
  ]);
  store.watch(({ params }) => params, (params) => (host.state = { slug: demo.slug, params: storable(params) }));
  window.addEventListener('pagehide', () => session.release());

  void controller.openGpu().then(() => {
    // The best preset depends on the adapter; what the user has chosen or kept stands.
    if (kept === undefined && store.state.params === initial) setParams(restoredParams(demo, undefined, presetHere()));
  });
  return controller;
}

/** For a demo that this version does not have. */
export function showMissing(page: HTMLElement, { title }: LabView): void {
  fill(page, [
    element('h1', {}, [title]),
    element('p', {}, ['This version of Lectern does not have this demo. Open another from the Kernel Demos view.']),
  ]);
}

/** JSON has no NaN, which stands for a number that is being typed. */
function storable(params: ParamValues): ParamValues {
  return Object.fromEntries(Object.entries(params).filter(([, value]) => !Number.isNaN(value)));
}
