/** Text and nodes; `undefined` leaves a child out. */
export type Child = Node | string | undefined;

/**
 * Attributes by name. `true` sets an empty attribute, `false` and `undefined` none. There is no
 * `style`: the page's policy refuses inline styles.
 */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>> & { readonly style?: never };

/** Makes an element. Strings become text nodes, so data never turns into markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  children: readonly Child[] = [],
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  setAttributes(made, attributes);
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

export function setAttributes(target: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) {
      target.removeAttribute(name);
    } else {
      target.setAttribute(name, value === true ? '' : String(value));
    }
  }
}

/** Replaces what is inside; `undefined` children are left out. */
export function fill(target: Element, children: readonly Child[]): void {
  target.replaceChildren(...children.filter((child) => child !== undefined));
}

/** One of VS Code's icons. Decoration only: say the same in words beside it. */
export function icon(name: string): HTMLElement {
  return element('span', { class: `codicon codicon-${name}`, 'aria-hidden': 'true' });
}
