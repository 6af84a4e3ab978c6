import type { Dropdown } from '@vscode/webview-ui-toolkit';
import { element, setAttributes, type Attributes } from './element';

export interface Option {
  readonly value: string;
  readonly label: string;
}

export interface DropdownOptions {
  readonly options: readonly Option[];
  readonly value: string;
  /** Attributes of the combobox: `aria-labelledby`, `data-testid` and the like. */
  readonly attributes?: Attributes;
}

/** One of several values. */
export class DropdownField {
  readonly element: Dropdown;
  private shown: readonly Option[] = [];

  constructor(
    { options, value, attributes = {} }: DropdownOptions,
    private readonly onPick: (value: string) => void,
  ) {
    this.element = document.createElement('vscode-dropdown') as Dropdown;
    setAttributes(this.element, attributes);
    this.show(options, value);
    this.element.addEventListener('change', () => this.onPick(this.element.value));
  }

  /** Shows a value; options are replaced only when they are others. */
  show(options: readonly Option[], value: string): void {
    const isSame = options.length === this.shown.length && options.every((option, index) => option.value === this.shown[index]?.value);
    if (!isSame) {
      this.shown = options;
      this.element.replaceChildren(
        ...options.map((option) =>
          element('vscode-option' as 'option', { value: option.value, selected: option.value === value }, [option.label]),
        ),
      );
    }
    if (this.element.value !== value) this.element.value = value;
  }

  set disabled(disabled: boolean) {
    this.element.disabled = disabled;
  }
}
