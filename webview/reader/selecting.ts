import type { TextRange } from '../../src/core/anchors/text-target';
import { element } from '../ui/element';
import type { AbstractPlaces } from './abstract-places';
import { actionButton } from './action-button';

export interface SelectingActions {
  readonly highlight: (range: TextRange) => void;
  readonly comment: (range: TextRange) => void;
  /** Copies the words with their citation. */
  readonly copy: (range: TextRange) => void;
  /** Asks for the code that they are about. */
  readonly link: (range: TextRange) => void;
  readonly say: (words: string) => void;
}

/** Room between the selected words and the buttons, in CSS pixels. */
const GAP = 6;

const HOW_TO =
  'Selecting words. Left and right arrow choose a word, with Control a sentence; hold Shift for more. Enter highlights, C comments, L links to code, Escape leaves.';

/** Words of the abstract are selected, by the mouse or by keys, and something is done with them. */
export class Selecting {
  readonly element = element('div', { class: 'selection-bar', role: 'toolbar', 'aria-label': 'Selected words', hidden: true, 'data-testid': 'selection-bar' });
  private places: AbstractPlaces | undefined;
  private byKeys = false;

  constructor(private readonly actions: SelectingActions) {
    this.element.append(
      actionButton('Highlight', () => this.use(actions.highlight), { look: 'primary', icon: 'paintcan', title: 'Highlight (H)', testId: 'highlight-selection' }),
      actionButton('Comment', () => this.use(actions.comment), { icon: 'comment', title: 'Comment (C)', testId: 'comment-selection' }),
      actionButton('Copy with citation', () => this.use(actions.copy), { icon: 'quote', testId: 'copy-selection' }),
      actionButton('Link to code', () => this.use(actions.link), { icon: 'link', title: 'Link to code (L while selecting)', testId: 'link-selection' }),
    );
    // The buttons must not take the selection away when they are pressed.
    this.element.addEventListener('mousedown', (event) => event.preventDefault());
    document.addEventListener('selectionchange', () => this.follow());
    window.addEventListener('resize', () => this.follow());
    document.addEventListener('keydown', (event) => this.press(event), { capture: true });
  }

  show(places: AbstractPlaces): void {
    this.places = places;
    places.root.setAttribute('tabindex', '-1');
    this.follow();
  }

  /** What of the abstract's source is selected. */
  get range(): TextRange | undefined {
    const selection = document.getSelection();
    return this.places && selection && selection.rangeCount > 0 && !selection.isCollapsed ? this.places.sourceOf(selection.getRangeAt(0)) : undefined;
  }

  /** Highlights what is selected; where nothing is, begins to select by keys. */
  highlight(): void {
    if (this.range !== undefined) {
      this.use(this.actions.highlight);
    } else {
      this.begin();
    }
  }

  comment(): void {
    if (this.range !== undefined) {
      this.use(this.actions.comment);
    } else {
      this.begin();
    }
  }

  private begin(): void {
    const selection = document.getSelection();
    if (this.places === undefined || selection === null) {
      return;
    }
    const root = this.places.root;
    if (root instanceof HTMLElement) {
      root.focus({ preventScroll: true });
    }
    if (!root.contains(selection.anchorNode)) {
      selection.collapse(root, 0);
    }
    this.byKeys = true;
    selection.modify('extend', 'forward', 'word');
    this.actions.say(`${HOW_TO} ${this.words()}`);
  }

  private press(event: KeyboardEvent): void {
    if (!this.byKeys || event.altKey) {
      return;
    }
    const done = this.step(event);
    if (done) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  /** @returns whether the key meant something here */
  private step({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
    const modified = ctrlKey || metaKey;
    switch (key) {
      case 'ArrowRight':
      case 'ArrowLeft':
        this.move(key === 'ArrowRight' ? 'forward' : 'backward', modified ? 'sentence' : 'word', shiftKey);
        return true;
      case 'ArrowDown':
      case 'ArrowUp':
        this.move(key === 'ArrowDown' ? 'forward' : 'backward', 'line', shiftKey);
        return true;
      case 'Enter':
        this.use(this.actions.highlight);
        return true;
      case 'Escape':
        this.leave();
        this.actions.say('Left the selection');
        return true;
      case 'c':
      case 'C':
      case 'l':
      case 'L':
        if (!modified) {
          this.use(key.toLowerCase() === 'c' ? this.actions.comment : this.actions.link);
        }
        return !modified;
      default:
        return false;
    }
  }

  private move(direction: 'forward' | 'backward', by: 'word' | 'sentence' | 'line', extend: boolean): void {
    const selection = document.getSelection();
    if (this.places === undefined || selection === null || selection.rangeCount === 0) {
      return;
    }
    const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
    if (!extend) {
      if (direction === 'forward') {
        selection.collapseToEnd();
      } else {
        selection.collapseToStart();
      }
      if (by === 'line') {
        selection.modify('move', direction, 'line');
      }
    }
    selection.modify('extend', extend || by !== 'line' ? direction : 'forward', extend || by !== 'line' ? by : 'word');
    if (!this.places.root.contains(selection.focusNode) || this.words() === '') {
      if (anchorNode && focusNode) {
        selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
      }
      this.actions.say('The abstract ends here');
      return;
    }
    selection.focusNode?.parentElement?.scrollIntoView({ block: 'nearest' });
    this.actions.say(this.words());
  }

  private words(): string {
    return document.getSelection()?.toString().trim() ?? '';
  }

  private use(act: (range: TextRange) => void): void {
    const { range } = this;
    if (range === undefined) {
      this.actions.say('These words cannot be told apart in the source. Select a few more.');
      return;
    }
    this.leave();
    act(range);
  }

  private leave(): void {
    this.byKeys = false;
    document.getSelection()?.removeAllRanges();
  }

  /** Puts the buttons under the selected words. */
  private follow(): void {
    const selection = document.getSelection();
    const isInside = this.places !== undefined && selection !== null && selection.rangeCount > 0 && !selection.isCollapsed && this.places.root.contains(selection.anchorNode);
    if (!isInside || this.words() === '') {
      this.byKeys = this.byKeys && isInside;
      this.element.hidden = true;
      return;
    }
    this.element.hidden = false;
    const { left, bottom } = selection.getRangeAt(0).getBoundingClientRect();
    const { offsetWidth } = this.element;
    const right = document.documentElement.clientWidth - offsetWidth - GAP;
    this.element.style.setProperty('left', `${Math.max(GAP, Math.min(left, right)) + window.scrollX}px`);
    this.element.style.setProperty('top', `${bottom + GAP + window.scrollY}px`);
  }
}
