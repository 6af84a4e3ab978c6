import type { Button } from '@vscode/webview-ui-toolkit';
import { icon, setAttributes, type Attributes } from './element';

export type { Button };

export interface ButtonOptions {
  /** `primary`: the one thing to do here; `icon`: no words, named by its label. */
  readonly look?: 'primary' | 'secondary' | 'icon';
  /** Name of a VS Code icon. */
  readonly icon?: string;
  readonly attributes?: Attributes;
}

export function button(label: string, onPress: () => void, options: ButtonOptions = {}): Button {
  const { look = 'secondary', icon: iconName, attributes = {} } = options;
  const made = document.createElement('vscode-button') as Button;
  setAttributes(made, { appearance: look, ...attributes });
  if (look === 'icon') {
    setAttributes(made, { 'aria-label': label, title: label });
    made.append(...(iconName === undefined ? [] : [icon(iconName)]));
  } else {
    if (iconName !== undefined) {
      const start = icon(iconName);
      start.slot = 'start';
      made.append(start);
    }
    made.append(label);
  }
  made.addEventListener('click', () => {
    // The component lets clicks on its host through while its inner button is disabled.
    if (!made.disabled) onPress();
  });
  return made;
}

/** Moves the focus to a button that has just been enabled: its inner button follows in the next frame. */
export function focusSoon(target: Button): void {
  requestAnimationFrame(() => target.focus());
}

/** A button that is pressed or not, such as "Table". */
export function toggleButton(label: string, onToggle: (pressed: boolean) => void, options: ButtonOptions = {}): Button {
  const made = button(
    label,
    () => {
      const pressed = made.getAttribute('aria-pressed') !== 'true';
      made.setAttribute('aria-pressed', String(pressed));
      onToggle(pressed);
    },
    options,
  );
  made.setAttribute('aria-pressed', 'false');
  return made;
}
