import { PRESETS, type ParamValue, type Preset } from '../../src/core/runs/result';
import type { Demo } from '../gpu/demo';
import { presetOf } from '../gpu/params';
import { button } from '../ui/button';
import { DropdownField, type Option } from '../ui/dropdown';
import { element } from '../ui/element';
import { paramControl } from './param-control';
import type { PageStore } from './page-state';
import { PRESET_NAMES } from './words';

export interface ParamsActions {
  setParam(key: string, value: ParamValue): void;
  choosePreset(preset: Preset): void;
  readonly reset: () => void;
}

/** The parameters of a run, by preset and one by one. */
export function paramsView(demo: Demo, store: PageStore, actions: ParamsActions): HTMLElement {
  const controls = demo.params.map((param) => ({
    key: param.key,
    control: paramControl(param, store.state.params[param.key] ?? 0, (value) => actions.setParam(param.key, value)),
  }));
  const preset = new DropdownField(
    { options: presetOptions('quick'), value: 'quick', attributes: { 'data-testid': 'preset', 'aria-labelledby': 'preset-name', id: 'preset' } },
    (value) => {
      const chosen = PRESETS.find((known) => known === value);
      if (chosen) actions.choosePreset(chosen);
    },
  );
  const reset = button('Reset', actions.reset, { icon: 'discard', attributes: { 'data-testid': 'reset' } });

  store.watch(({ params }) => params, (params) => {
    const current = presetOf(demo, params);
    preset.show(presetOptions(current), current);
    for (const { key, control } of controls) control.show(params[key] ?? 0);
  });
  store.watch(({ problems }) => problems, (problems) => {
    for (const { key, control } of controls) control.complain(problems.find((problem) => problem.key === key)?.message);
  });
  store.watch(({ run }) => run.kind === 'running', (isRunning) => {
    preset.disabled = reset.disabled = isRunning;
    for (const { control } of controls) control.disable(isRunning);
  });
  store.watch(({ refusal }) => refusal, (refusal) => controls.find(({ key }) => key === refusal?.key)?.control.focus());

  return element('section', { 'aria-labelledby': 'params-heading' }, [
    element('h2', { id: 'params-heading' }, ['Parameters']),
    element('div', { class: 'preset-row' }, [
      element('span', { class: 'preset-name', id: 'preset-name' }, ['Preset']),
      preset.element,
      reset,
    ]),
    element('div', { class: 'params' }, controls.map(({ control }) => control.element)),
  ]);
}

function presetOptions(current: Preset | 'custom'): readonly Option[] {
  return [...PRESETS, ...(current === 'custom' ? (['custom'] as const) : [])].map((value) => ({ value, label: PRESET_NAMES[value] }));
}
