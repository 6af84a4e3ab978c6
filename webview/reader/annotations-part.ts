import type { TextRange } from '../../src/core/anchors/text-target';
import type { HighlightColour } from '../../src/core/annotations/annotation';
import type { AnnotationView, DraftPurpose, DraftView, FromReaderAnnotations, ReaderAnnotations, ThreadView } from '../../src/protocol/reader-annotations';
import { element, fill } from '../ui/element';
import type { AbstractPlaces } from './abstract-places';
import { actionButton } from './action-button';
import { AnnotationMarks } from './annotation-marks';
import { Composer, type Label } from './composer';
import { DraftKeeper, newDraftId } from './draft-keeper';
import { nothing } from './section';
import { ThreadElement, type ThreadActions } from './thread-view';
import { counted } from './words';

/** A composer that is open, and the draft that it keeps. */
interface Writing {
  readonly draft: string;
  readonly purpose: DraftPurpose;
  readonly composer: Composer;
  /** The button that opened it, to give the focus back to. */
  readonly opener: Element | null;
}

export interface AnnotationsHost {
  readonly send: (message: FromReaderAnnotations) => void;
  readonly say: (words: string) => void;
  /** The words of an annotation are to be linked to code. */
  readonly linkToCode: (annotation: string) => void;
  /** What is selected of the abstract now. */
  readonly selection: () => TextRange | undefined;
}

/** The annotations of the paper: threads beside the abstract, their words marked in it, and what is being written. */
export class AnnotationsPart {
  readonly element: HTMLElement;
  private readonly marks = new AnnotationMarks();
  private readonly drafts: DraftKeeper;
  private readonly list = element('ul', { class: 'threads', 'data-testid': 'threads' });
  private readonly slot = element('div', { class: 'composer-slot', 'data-testid': 'new-annotation' });
  private readonly empty = nothing('Select words of the abstract to highlight them or to comment on them; with the keyboard, press H.');
  private readonly bar = element('div', { class: 'annotation-bar' });
  private readonly undo = element('p', { class: 'undo', hidden: true, 'data-testid': 'undo-line' });
  private readonly threads = new Map<string, ThreadElement>();
  private writing: Writing | undefined;
  /** What was asked to be saved, with the composer that it was written in; a mere highlight has none. */
  private readonly tickets = new Map<number, Writing | undefined>();
  private lastTicket = 0;
  private data: ReaderAnnotations = { threads: [], drafts: [] };
  private places: AbstractPlaces | undefined;
  private showsResolved = true;
  private colour: HighlightColour = 'yellow';

  constructor(private readonly host: AnnotationsHost) {
    this.drafts = new DraftKeeper(host.send);
    const heading = element('h2', { id: 'annotations-heading' }, ['Annotations']);
    this.element = element('section', { class: 'section annotations', 'aria-labelledby': heading.id, 'data-testid': 'annotations' }, [
      heading, this.bar, this.slot, this.undo, this.empty, this.list,
    ]);
  }

  show(data: ReaderAnnotations, places: AbstractPlaces): void {
    this.data = data;
    this.places = places;
    this.marks.show(places, data.threads);
    this.draw();
  }

  /** Marks words, in the colour used last. */
  highlight(range: TextRange): void {
    this.host.send({ kind: 'annotate', ticket: this.ticket(), range, comment: '', colour: this.colour, tags: [] });
    this.host.say('Highlighted');
  }

  /** Opens a composer for a comment on words, or on the paper. */
  comment(range: TextRange | undefined, draft?: DraftView): void {
    const quote = range && this.places?.source.slice(range.start, range.end);
    this.write({ kind: 'add', ...(range === undefined ? {} : { range }) }, this.slot, quote === undefined ? 'Remark on the paper' : `Comment on “${quote}”`, {
      label: { colour: this.colour, tags: [] },
      draft,
      save: (comment, label, ticket) => {
        const { colour, annotationKind, tags } = label ?? { colour: this.colour, annotationKind: undefined, tags: [] };
        this.colour = colour;
        this.host.send({ kind: 'annotate', ticket, comment, colour, tags, ...(range === undefined ? {} : { range }), ...(annotationKind === undefined ? {} : { annotationKind }) });
      },
    });
  }

  saved(ticket: number): void {
    const writing = this.tickets.get(ticket);
    this.tickets.delete(ticket);
    if (writing) {
      this.drafts.drop(writing.draft);
      this.close(writing);
      this.host.say('Saved');
    }
  }

  notSaved(ticket: number, message: string): void {
    const writing = this.tickets.get(ticket);
    this.tickets.delete(ticket);
    if (writing) {
      writing.composer.failed(message);
    } else {
      this.host.say(message);
    }
  }

  /** Puts the focus on a thread, also when its annotation is a reply in it. */
  reveal(id: string): void {
    const thread = this.data.threads.find(({ first, replies }) => first.id === id || replies.some((reply) => reply.id === id));
    if (thread?.first.resolved && !this.showsResolved) {
      this.showsResolved = true;
      this.draw();
    }
    this.focus(thread?.first.id);
  }

  /** The thread whose words are at a point. */
  at(x: number, y: number): string | undefined {
    return this.marks.at(x, y);
  }

  /** Goes to the next thread, or to the one before. */
  step(direction: 1 | -1): void {
    const ids = this.visible().map(({ first }) => first.id);
    const current = ids.findIndex((id) => this.threads.get(id)?.element.contains(document.activeElement));
    const next = current < 0 ? (direction === 1 ? 0 : ids.length - 1) : current + direction;
    if (ids[next] === undefined) {
      this.host.say(ids.length === 0 ? 'There are no annotations.' : 'There is none beyond this.');
    }
    this.focus(ids[next]);
  }

  private focus(id: string | undefined): void {
    if (id !== undefined) {
      this.threads.get(id)?.element.focus();
      this.marks.scrollTo(id);
    }
  }

  private visible(): readonly ThreadView[] {
    return this.data.threads.filter(({ first }) => this.showsResolved || !first.resolved);
  }

  private draw(): void {
    const visible = this.visible();
    const ids = new Set(visible.map(({ first }) => first.id));
    for (const [id, thread] of this.threads) {
      // What is being written in a thread that is gone stays; saving it then says that the thread is gone, and the words are still there.
      if (!ids.has(id) && thread.slot.childElementCount === 0) {
        thread.element.remove();
        this.threads.delete(id);
      }
    }
    visible.forEach((view, index) => {
      const thread = this.threads.get(view.first.id) ?? new ThreadElement(view.first.id, this.actions);
      this.threads.set(view.first.id, thread);
      thread.show(view, this.draftsIn(view));
      if (this.list.children[index] !== thread.element) {
        this.list.insertBefore(thread.element, this.list.children[index] ?? null);
      }
    });
    this.empty.hidden = this.data.threads.length > 0;
    this.drawBar();
  }

  private drawBar(): void {
    const resolved = this.data.threads.filter(({ first }) => first.resolved).length;
    const open = this.data.drafts.find(({ id, purpose }) => purpose.kind === 'add' && id !== this.writing?.draft);
    const key = JSON.stringify([resolved, open?.id, this.showsResolved]);
    if (this.bar.dataset['shown'] === key) {
      return;
    }
    this.bar.dataset['shown'] = key;
    fill(this.bar, [
      actionButton('Remark on the paper', () => this.comment(undefined), { icon: 'comment', testId: 'remark' }),
      open &&
        actionButton('Go on with the draft', () => this.comment(open.purpose.kind === 'add' ? open.purpose.range : undefined, open), { icon: 'edit', title: open.comment.slice(0, 80), testId: 'resume-draft' }),
      resolved === 0
        ? undefined
        : actionButton(this.showsResolved ? `Hide ${counted(resolved, 'resolved', 'resolved')}` : `Show ${counted(resolved, 'resolved', 'resolved')}`, () => {
            this.showsResolved = !this.showsResolved;
            this.draw();
          }, { icon: 'filter', testId: 'filter-resolved' }),
    ]);
  }

  private draftsIn({ first, replies }: ThreadView): readonly DraftView[] {
    const ids = [first, ...replies].map(({ id }) => id);
    return this.data.drafts.filter(({ id, purpose }) => id !== this.writing?.draft && ((purpose.kind === 'reply' && ids.includes(purpose.to)) || (purpose.kind === 'edit' && ids.includes(purpose.annotation))));
  }

  private readonly actions: ThreadActions = {
    reply: ({ first }) => {
      const draft = this.data.drafts.find(({ purpose }) => purpose.kind === 'reply' && purpose.to === first.id);
      this.write({ kind: 'reply', to: first.id }, this.slotOf(first.id), `Reply to ${first.quote === undefined ? 'the remark' : `“${first.quote}”`}`, {
        draft,
        save: (comment, _, ticket) => this.host.send({ kind: 'replyTo', ticket, to: first.id, comment }),
      });
    },
    edit: ({ first }, { id, comment: seen }) => {
      const draft = this.data.drafts.find(({ purpose }) => purpose.kind === 'edit' && purpose.annotation === id);
      this.write({ kind: 'edit', annotation: id }, this.slotOf(first.id), 'Edit the comment', {
        draft,
        comment: seen,
        save: (comment, _, ticket) => this.host.send({ kind: 'editAnnotation', ticket, id, comment, seen }),
      });
    },
    relabel: ({ id }, { colour, annotationKind, tags }) => {
      this.colour = colour;
      this.host.send({ kind: 'labelAnnotation', id, colour, tags, ...(annotationKind === undefined ? {} : { annotationKind }) });
    },
    resolve: ({ id }, resolved) => this.host.send({ kind: 'resolveAnnotation', id, resolved }),
    remove: ({ id }: AnnotationView) => {
      this.host.send({ kind: 'deleteAnnotation', id });
      const button = actionButton('Undo', () => {
        this.host.send({ kind: 'undoDeleteAnnotation' });
        this.undo.hidden = true;
      }, { icon: 'discard', testId: 'undo-delete' });
      this.undo.replaceChildren('The annotation was deleted. ', button);
      this.undo.hidden = false;
      button.focus();
    },
    accept: ({ id }) => this.host.send({ kind: 'acceptAnchor', id }),
    relocate: ({ id }) => {
      const range = this.host.selection();
      if (range === undefined) {
        this.host.say('Select the words in the abstract first, then choose Relocate again.');
      } else {
        this.host.send({ kind: 'relocateAnnotation', id, range });
      }
    },
    compare: () => this.host.send({ kind: 'compareWithAnnotated' }),
    linkToCode: ({ id }) => this.host.linkToCode(id),
    detach: ({ id }) => this.host.send({ kind: 'detachAnnotation', id }),
    point: (id) => this.marks.point(id),
    go: (id) => {
      this.marks.scrollTo(id);
      this.marks.point(id);
    },
  };

  private slotOf(thread: string): HTMLElement {
    return this.threads.get(thread)?.slot ?? this.slot;
  }

  private write(
    purpose: DraftPurpose,
    slot: HTMLElement,
    name: string,
    { label, comment = '', draft, save }: {
      readonly label?: Label;
      readonly comment?: string;
      readonly draft?: DraftView | undefined;
      readonly save: (comment: string, label: Label | undefined, ticket: number) => void;
    },
  ): void {
    if (this.writing) {
      this.close(this.writing);
    }
    const id = draft?.id ?? newDraftId();
    const opener = document.activeElement;
    const composer = new Composer({
      name,
      comment: draft?.comment ?? comment,
      ...(label === undefined ? {} : { label }),
      onInput: (words) => this.drafts.keep(id, purpose, words),
      onSave: (words, chosen) => save(words, chosen, this.ticket(writing)),
      onClose: () => {
        this.drafts.flush();
        this.close(writing);
        this.host.say('Closed. The draft is kept.');
      },
      onDiscard: () => {
        this.drafts.drop(id);
        this.close(writing);
        this.host.say('Discarded');
      },
    });
    const writing: Writing = { draft: id, purpose, composer, opener };
    this.writing = writing;
    slot.replaceChildren(composer.element);
    composer.focus();
    this.draw();
  }

  private close(writing: Writing): void {
    const hadFocus = writing.composer.element.contains(document.activeElement);
    this.drafts.flush();
    writing.composer.element.remove();
    if (this.writing === writing) {
      this.writing = undefined;
    }
    if (hadFocus && writing.opener instanceof HTMLElement && writing.opener.isConnected) {
      writing.opener.focus();
    }
    this.draw();
  }

  private ticket(writing?: Writing): number {
    this.tickets.set(++this.lastTicket, writing);
    return this.lastTicket;
  }
}
