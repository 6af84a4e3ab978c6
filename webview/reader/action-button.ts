import { element, icon } from '../ui/element';

export interface ActionButtonOptions {
  /** `primary`: the one thing to do here; `icon`: no words, named by its label. */
  readonly look?: 'primary' | 'secondary' | 'icon';
  /** Name of a VS Code icon. */
  readonly icon: string;
  /** What the tooltip says beyond the label, such as the key. */
  readonly title?: string;
  /** Name for screen readers, where the label alone does not say enough. */
  readonly name?: string;
  readonly testId: string;
}

/**
 * A button of the browser's own. The toolkit's would add a third to the page's script, and make an inline style
 * that the page's policy refuses; a page of text has to open at once.
 */
export function actionButton(label: string, onPress: () => void, options: ActionButtonOptions): HTMLButtonElement {
  const { look = 'secondary', icon: iconName, title, name, testId } = options;
  const made = element(
    'button',
    {
      type: 'button',
      class: `action ${look}`,
      title: title ?? (look === 'icon' ? label : undefined),
      'aria-label': name ?? (look === 'icon' ? label : undefined),
      'data-testid': testId,
    },
    [icon(iconName), look === 'icon' ? undefined : label],
  );
  made.addEventListener('click', onPress);
  return made;
}
