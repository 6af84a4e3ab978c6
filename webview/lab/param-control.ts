import { quantity } from '../../src/core/runs/quantity';
import type { ParamValue } from '../../src/core/runs/result';
import type { Param } from '../gpu/demo';
import { CheckboxField } from '../ui/checkbox';
import { DropdownField } from '../ui/dropdown';
import { element, icon, type Attributes } from '../ui/element';
import { NumberField } from '../ui/number-field';

/** One parameter: its name, its control, what it means, and what is wrong with it. */
export interface ParamControl {
  readonly element: HTMLElement;
  show(value: ParamValue): void;
  /** @param message what is wrong; `undefined` when nothing is */
  complain(message: string | undefined): void;
  focus(): void;
  disable(disabled: boolean): void;
}

interface Field {
  readonly element: HTMLElement;
  disabled: boolean;
}

export function paramControl(param: Param, value: ParamValue, onChange: (value: ParamValue) => void): ParamControl {
  const id = (part: string): string => `param-${param.key}-${part}`;
  const isSwitch = param.form === 'switch';
  const attributes = {
    id: id('field'),
    'data-testid': `param-${param.key}`,
    // A switch carries its name itself.
    'aria-labelledby': isSwitch ? undefined : id('name'),
    'aria-describedby': `${id('help')} ${id('error')}`,
  };
  const { field, show } = fieldOf(param, value, attributes, onChange);
  const error = element('p', { class: 'param-error', id: id('error') });
  return {
    element: element('div', { class: isSwitch ? 'param param-switch' : 'param' }, [
      isSwitch
        ? undefined
        : element('label', { class: 'param-name', id: id('name'), for: id('field') }, [param.label, ...unitOf(param)]),
      field.element,
      element('p', { class: 'param-help', id: id('help') }, [param.help, ...rangeOf(param)]),
      error,
    ]),
    show,
    complain(message) {
      error.replaceChildren(...(message === undefined ? [] : [icon('error'), ` ${message}`]));
      field.element.ariaInvalid = message === undefined ? null : 'true';
    },
    focus: () => field.element.focus(),
    disable(disabled) {
      field.disabled = disabled;
    },
  };
}

function fieldOf(
  param: Param,
  value: ParamValue,
  attributes: Attributes,
  onChange: (value: ParamValue) => void,
): { readonly field: Field; readonly show: (value: ParamValue) => void } {
  switch (param.form) {
    case 'integer':
    case 'number':
    case 'seed': {
      const { min, max, step } = param;
      const field = new NumberField({ value: Number(value), min, max, step, attributes }, onChange);
      return { field, show: (shown) => field.show(Number(shown)) };
    }
    case 'choice': {
      const field = new DropdownField({ options: param.choices, value: String(value), attributes }, onChange);
      return { field, show: (shown) => field.show(param.choices, String(shown)) };
    }
    case 'switch': {
      const field = new CheckboxField(param.label, value === true, attributes, onChange);
      return { field, show: (shown) => field.show(shown === true) };
    }
  }
}

function unitOf(param: Param): readonly (HTMLElement | string)[] {
  return 'unit' in param && param.unit !== '' ? [' ', element('span', { class: 'muted' }, [param.unit])] : [];
}

function rangeOf(param: Param): readonly (HTMLElement | string)[] {
  if (!('min' in param) || param.form === 'seed') return [];
  return [' ', element('span', { class: 'param-range' }, [`${quantity(param.min)} to ${quantity(param.max)}.`])];
}
