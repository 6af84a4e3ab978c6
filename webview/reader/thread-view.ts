import type { AnnotationView, DraftView, ThreadView } from '../../src/protocol/reader-annotations';
import { element, fill, icon, type Child } from '../ui/element';
import { abstractHtml } from './abstract';
import { actionButton } from './action-button';
import { bylineOf, COLOUR_WORDS, KIND_WORDS, placeWords } from './annotation-words';
import { LabelFields, type Label } from './composer';
import { safeFragment } from './safe-fragment';

export interface ThreadActions {
  readonly reply: (thread: ThreadView) => void;
  readonly edit: (thread: ThreadView, annotation: AnnotationView) => void;
  readonly relabel: (annotation: AnnotationView, label: Label) => void;
  readonly resolve: (annotation: AnnotationView, resolved: boolean) => void;
  readonly remove: (annotation: AnnotationView) => void;
  readonly accept: (annotation: AnnotationView) => void;
  readonly relocate: (annotation: AnnotationView) => void;
  readonly compare: () => void;
  readonly detach: (annotation: AnnotationView) => void;
  readonly linkToCode: (annotation: AnnotationView) => void;
  /** Its words are to be pointed at, or no more. */
  readonly point: (id: string | undefined) => void;
  readonly go: (id: string) => void;
}

/** One thread in the margin. What is being written in it is left alone when the rest is drawn anew. */
export class ThreadElement {
  readonly element: HTMLElement;
  /** Where a composer of this thread stands. */
  readonly slot = element('div', { class: 'composer-slot' });
  private readonly content = element('div', { class: 'thread-content' });
  private shown: string | undefined;

  constructor(
    readonly id: string,
    private readonly actions: ThreadActions,
  ) {
    this.element = element('li', { class: 'thread', tabindex: -1, 'data-testid': `thread-${id}`, 'data-thread': id }, [this.content, this.slot]);
    this.element.addEventListener('focusin', () => actions.point(id));
    this.element.addEventListener('focusout', () => actions.point(undefined));
    this.element.addEventListener('mouseenter', () => actions.point(id));
    this.element.addEventListener('mouseleave', () => actions.point(undefined));
  }

  show(thread: ThreadView, drafts: readonly DraftView[]): void {
    const next = JSON.stringify([thread, drafts]);
    if (next === this.shown) {
      return;
    }
    this.shown = next;
    const active = document.activeElement;
    const focused = active instanceof HTMLElement && this.content.contains(active) ? active.dataset['testid'] : undefined;
    this.element.dataset['colour'] = thread.first.colour;
    this.element.classList.toggle('resolved', thread.first.resolved === true);
    fill(this.content, this.draw(thread, drafts));
    if (focused !== undefined) {
      (this.content.querySelector<HTMLElement>(`[data-testid="${CSS.escape(focused)}"]`) ?? this.element).focus();
    }
  }

  private draw(thread: ThreadView, drafts: readonly DraftView[]): readonly Child[] {
    const { first, replies, place } = thread;
    const words = placeWords(place);
    const uncertain = place.state === 'moved' || place.state === 'fuzzy';
    return [
      first.quote === undefined ? undefined : this.quote(first, place.state),
      words === undefined
        ? undefined
        : element('div', { class: 'place', 'data-testid': 'place', 'data-state': place.state }, [
            element('p', {}, [words]),
            element('div', { class: 'thread-actions' }, [
              uncertain ? actionButton('Accept', () => this.actions.accept(first), { icon: 'check', title: 'These are the words', testId: `accept-${first.id}` }) : undefined,
              place.state === 'stray' ? undefined : actionButton('Relocate', () => this.actions.relocate(first), { icon: 'target', title: 'To the words selected in the abstract', testId: `relocate-${first.id}` }),
              place.state === 'stray' || place.state === 'detached' ? undefined : actionButton('Compare', () => this.actions.compare(), { icon: 'diff', title: 'With the text that was annotated', testId: `compare-${first.id}` }),
              place.state === 'stray' || place.state === 'detached' ? undefined : actionButton('Detach', () => this.actions.detach(first), { icon: 'debug-disconnect', title: 'Keep it without a place', testId: `detach-${first.id}` }),
            ]),
          ]),
      this.annotation(thread, first),
      ...replies.map((reply) => element('div', { class: 'reply' }, [this.annotation(thread, reply)])),
      drafts.length === 0 ? undefined : element('p', { class: 'muted draft', 'data-testid': 'draft-note' }, ['There is a draft: choose Reply or Edit to go on with it.']),
    ];
  }

  private quote({ id, quote = '', kind, colour }: AnnotationView, state: ThreadView['place']['state']): HTMLElement {
    const isShown = state === 'exact' || state === 'moved' || state === 'fuzzy';
    const label = element('span', { class: 'swatch', title: COLOUR_WORDS[colour] }, []);
    const words = element('q', {}, [quote]);
    const name = `${kind === undefined ? 'Highlight' : KIND_WORDS[kind]}, ${COLOUR_WORDS[colour].toLowerCase()}`;
    if (!isShown) {
      return element('blockquote', { class: 'quote' }, [label, words]);
    }
    const go = element('button', { type: 'button', class: 'link quote-link', 'data-testid': `go-${id}`, 'aria-label': `${name}: ${quote}. Show in the abstract` }, [words]);
    go.addEventListener('click', () => this.actions.go(id));
    return element('blockquote', { class: 'quote' }, [label, go]);
  }

  private annotation(thread: ThreadView, annotation: AnnotationView): HTMLElement {
    const { id, kind, colour, tags, comment, resolved, generator } = annotation;
    const isFirst = annotation === thread.first;
    const label = { colour, tags, ...(kind === undefined ? {} : { annotationKind: kind }) };
    const fields = isFirst ? new LabelFields(label, (changed) => this.actions.relabel(annotation, changed)) : undefined;
    return element('article', { 'data-testid': `annotation-${id}` }, [
      element('p', { class: 'muted annotation-line' }, [
        generator === undefined ? undefined : icon('robot'),
        [isFirst && kind !== undefined ? KIND_WORDS[kind] : undefined, resolved ? 'resolved' : undefined, bylineOf(annotation)].filter((part) => part !== undefined).join(' · '),
      ]),
      comment.trim() === '' ? undefined : element('div', { class: 'comment', 'data-testid': `comment-${id}` }, [safeFragment(abstractHtml(comment))]),
      tags.length === 0 ? undefined : element('p', { class: 'tags' }, [tags.map((tag) => `#${tag}`).join(' ')]),
      element('div', { class: 'thread-actions' }, [
        isFirst ? iconButton('Reply', 'reply', `reply-${id}`, () => this.actions.reply(thread)) : undefined,
        iconButton(comment === '' ? 'Comment on the highlight' : 'Edit the comment', 'edit', `edit-${id}`, () => this.actions.edit(thread, annotation)),
        isFirst && resolved ? iconButton('Reopen', 'issue-reopened', `reopen-${id}`, () => this.actions.resolve(annotation, false)) : undefined,
        isFirst && !resolved ? iconButton('Resolve', 'check', `resolve-${id}`, () => this.actions.resolve(annotation, true)) : undefined,
        isFirst ? iconButton('Link to code', 'link', `link-${id}`, () => this.actions.linkToCode(annotation)) : undefined,
        iconButton('Delete', 'trash', `delete-${id}`, () => this.actions.remove(annotation)),
      ]),
      fields && element('details', { class: 'label-details' }, [element('summary', { 'data-testid': `label-${id}` }, ['Kind, colour, tags']), fields.element]),
    ]);
  }
}

function iconButton(label: string, icon: string, testId: string, onPress: () => void): HTMLButtonElement {
  return actionButton(label, onPress, { look: 'icon', icon, testId });
}
