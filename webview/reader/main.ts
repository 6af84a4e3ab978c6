import '../ui/base.css';
import './reader.css';
import './abstract.css';
import './controls.css';
import './annotations.css';
import './claims.css';
import './references.css';
import './around.css';
import './help.css';
import type { FromReader, PaperView, ToReader } from '../../src/protocol/reader';
import { PageChannel, unreachable } from '../ui/channel';
import { prepareFormulas } from './formulas';
import { applyLook } from './look';
import { ReaderPage } from './reader-page';
import { ScrollMemory, type ReaderState } from './scroll-memory';
import { ShortcutKeys } from './shortcuts';

const channel = new PageChannel<FromReader, ToReader, ReaderState>();
const scroll = new ScrollMemory(channel);
const keys = new ShortcutKeys();
const page = new ReaderPage(document.querySelector<HTMLElement>('#page') ?? document.body, (message) => channel.send(message));

/** Messages that wait, in their order, for what sets the formulas of a paper before them. */
let waiting: Promise<void> | undefined;

channel.listen((message) => {
  const formulas = message.kind === 'show' ? prepareFormulas(textsOf(message.paper)) : undefined;
  if (waiting === undefined && formulas === undefined) {
    take(message);
  } else {
    waiting = Promise.all([waiting?.catch(() => undefined), formulas]).then(() => take(message));
  }
});

function take(message: ToReader): void {
  switch (message.kind) {
    case 'show':
      page.show(message.paper);
      scroll.shown(message.paper.key);
      return;
    case 'missing':
      page.missing(message.message);
      return;
    case 'look':
      applyLook(message.look);
      return;
    case 'similar':
      page.showSimilar(message.papers ?? 'failed');
      return;
    case 'done':
      page.announcer.say(message.message);
      return;
    case 'revealClaim':
      page.revealClaim(message.start);
      return;
    case 'saved':
      page.annotations.saved(message.ticket);
      return;
    case 'notSaved':
      page.annotations.notSaved(message.ticket, message.message);
      return;
    case 'revealAnnotation':
      page.annotations.reveal(message.id);
      return;
    default:
      return unreachable(message);
  }
}

/** What of a paper may have formulas. */
function textsOf({ abstract, annotations }: PaperView): readonly string[] {
  return [abstract, ...annotations.threads.flatMap(({ first, replies }) => [first, ...replies].map(({ comment }) => comment))];
}

document.addEventListener('keydown', (event) => {
  const action = keys.press(event);
  if (action !== undefined && !event.defaultPrevented && !isField(event.target)) {
    event.preventDefault();
    page.act(action);
  }
});

channel.send({ kind: 'ready' });

/** Where letters are typed; radio buttons take none. */
function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type="radio"]), textarea, select'));
}
