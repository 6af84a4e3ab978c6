import { element, type Attributes } from './element';

export interface NumberOptions {
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly attributes?: Attributes;
}

/**
 * A number. The browser's own input, dressed like the toolkit's: the toolkit's has neither steps nor
 * a way to tie help and error texts to the input inside it.
 */
export class NumberField {
  readonly element: HTMLInputElement;

  constructor({ value, min, max, step, attributes = {} }: NumberOptions, onChange: (value: number) => void) {
    this.element = element('input', {
      class: 'number-field',
      type: 'number',
      inputmode: Number.isInteger(step) ? 'numeric' : 'decimal',
      min,
      max,
      // Steps of the arrow keys only: other values are the parameter's own business.
      step,
      autocomplete: 'off',
      ...attributes,
    });
    this.element.value = String(value);
    this.element.addEventListener('input', () => onChange(this.element.valueAsNumber));
  }

  /** Shows a value, but never over what is being typed: `07` is not rewritten to `7`. NaN leaves the text. */
  show(value: number): void {
    if (!Number.isNaN(value) && this.element.valueAsNumber !== value) this.element.value = String(value);
  }

  set disabled(disabled: boolean) {
    this.element.disabled = disabled;
  }
}
