import type { Link, LinkKind } from '../../src/core/papers/link';
import { element, icon, type Child } from '../ui/element';
import { nothing } from './section';

const KINDS: Readonly<Record<LinkKind, { readonly name: string; readonly icon: string }>> = {
  repository: { name: 'Repository', icon: 'repo' },
  file: { name: 'File in a repository', icon: 'file-code' },
  model: { name: 'Model', icon: 'package' },
  dataset: { name: 'Data set', icon: 'database' },
  project: { name: 'Project page', icon: 'globe' },
  documentation: { name: 'Documentation', icon: 'book' },
};

/** The links of the abstract as chips, each once. */
export function drawLinks(links: readonly Link[], copyClone: (url: string) => void): readonly Child[] {
  const unique = [...new Map(links.map((link) => [link.url, link])).values()];
  if (unique.length === 0) {
    return [nothing('The abstract names no code, model or page.')];
  }
  const items = unique.map((link, index) =>
    element('li', { class: 'chip-group' }, [chip(link, index), link.kind === 'repository' || link.kind === 'file' ? cloneButton(link, copyClone) : undefined]),
  );
  return [element('ul', { class: 'chips' }, items)];
}

function chip({ kind, label, url }: Link, index: number): HTMLElement {
  const { name, icon: iconName } = KINDS[kind];
  const words = element('span', { class: 'visually-hidden' }, [`${name}: `]);
  return element('a', { class: 'chip', href: url, title: `${name}: ${url}`, 'data-testid': `link-${index}` }, [icon(iconName), words, label]);
}

function cloneButton({ label, url }: Link, copyClone: (url: string) => void): HTMLElement {
  const name = `Copy clone command of ${label}`;
  const button = element('button', { type: 'button', class: 'chip', title: name, 'aria-label': name, 'data-testid': 'copy-clone' }, [icon('copy')]);
  button.addEventListener('click', () => copyClone(url));
  return button;
}
