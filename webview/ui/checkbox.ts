import type { Checkbox } from '@vscode/webview-ui-toolkit';
import { setAttributes, type Attributes } from './element';

/** Something on or off. */
export class CheckboxField {
  readonly element: Checkbox;

  constructor(
    label: string,
    private checked: boolean,
    attributes: Attributes,
    onChange: (checked: boolean) => void,
  ) {
    this.element = document.createElement('vscode-checkbox') as Checkbox;
    setAttributes(this.element, attributes);
    this.element.append(label);
    this.element.checked = checked;
    this.element.addEventListener('change', () => {
      // The component also says `change` when the page sets the value: then the two agree already.
      if (this.element.checked !== this.checked) {
        this.checked = this.element.checked;
        onChange(this.checked);
      }
    });
  }

  show(checked: boolean): void {
    this.checked = checked;
    this.element.checked = checked;
  }

  set disabled(disabled: boolean) {
    this.element.disabled = disabled;
  }
}
