import { button } from '../ui/button';
import { element, fill, icon } from '../ui/element';
import { noticeOf } from './notices';
import type { Notice, PageState, PageStore } from './page-state';

const ICONS: Readonly<Record<Notice['tone'], string>> = { info: 'info', warning: 'warning', error: 'error' };

/** One notice at a time: what happened and what to do. Errors are read out and brought into sight. */
export function noticeView(store: PageStore, onRecreate: () => void): HTMLElement {
  const view = element('div', { class: 'notice', 'data-testid': 'notice' });
  const update = (): void => {
    const notice = noticeOf(store.state);
    view.hidden = notice === undefined;
    if (!notice) return;
    const action = actionLabel(store.state);
    view.dataset['tone'] = notice.tone;
    view.role = notice.tone === 'error' ? 'alert' : 'note';
    fill(view, [
      icon(ICONS[notice.tone]),
      element('div', { class: 'notice-text' }, [
        element('h2', {}, [notice.title]),
        element('p', {}, [notice.text]),
        notice.advice.length > 0 ? element('ul', {}, notice.advice.map((line) => element('li', {}, [line]))) : undefined,
        action === undefined
          ? undefined
          : button(action, onRecreate, { icon: 'refresh', attributes: { 'data-testid': 'recreate' } }),
      ]),
    ]);
  };
  store.watch(({ gpu }) => gpu, update);
  store.watch(({ trouble }) => trouble, (trouble) => {
    update();
    if (trouble) view.scrollIntoView({ block: 'nearest' });
  });
  return view;
}

function actionLabel({ gpu }: PageState): string | undefined {
  switch (gpu.kind) {
    case 'lost':
      return 'Recreate device';
    case 'unavailable':
      return 'Try again';
    case 'opening':
    case 'ready':
      return undefined;
  }
}
