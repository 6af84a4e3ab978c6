import type { DemoView } from '../../src/protocol/reader';
import { element, type Child } from '../ui/element';
import { actionButton } from './action-button';
import { nothing } from './section';

export function drawDemos(demos: readonly DemoView[], run: (slug: string) => void): readonly Child[] {
  if (demos.length === 0) {
    return [nothing('No demo shows this paper’s mechanism. The Kernel Demos view lists those there are.')];
  }
  const items = demos.map(({ slug, title, summary }) =>
    element('li', { class: 'entry' }, [
      element('div', {}, [element('h3', {}, [title]), element('p', { class: 'muted' }, [summary])]),
      actionButton('Run', () => run(slug), { look: 'primary', icon: 'play', title: `Run ${title} (D)`, name: `Run ${title}`, testId: `demo-${slug}` }),
    ]),
  );
  return [element('ul', { class: 'entries' }, items)];
}
