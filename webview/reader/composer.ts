import { ANNOTATION_KINDS, HIGHLIGHT_COLOURS, type AnnotationKind, type HighlightColour } from '../../src/core/annotations/annotation';
import { element } from '../ui/element';
import { abstractHtml } from './abstract';
import { actionButton } from './action-button';
import { COLOUR_WORDS, KIND_WORDS } from './annotation-words';
import { prepareFormulas } from './formulas';
import { safeFragment } from './safe-fragment';

export interface Label {
  readonly colour: HighlightColour;
  readonly annotationKind?: AnnotationKind;
  readonly tags: readonly string[];
}

export interface ComposerOptions {
  /** What is being written, for screen readers: `Comment on “…”`. */
  readonly name: string;
  readonly comment: string;
  /** Kind, colour and tags can be chosen here. */
  readonly label?: Label;
  readonly onInput: (comment: string) => void;
  readonly onSave: (comment: string, label: Label | undefined) => void;
  /** It is closed without saving; the draft stays. */
  readonly onClose: () => void;
  /** The words are given up. */
  readonly onDiscard: () => void;
}

let count = 0;

/** Where a comment is written. It stays as it is until it is saved or closed, whatever else changes on the page. */
export class Composer {
  readonly element: HTMLFormElement;
  private readonly field: HTMLTextAreaElement;
  private readonly problem = element('p', { class: 'problem', role: 'alert', 'data-testid': 'composer-problem' });
  private readonly save = actionButton('Save', () => this.submit(), { look: 'primary', icon: 'check', title: 'Save (Ctrl+Enter)', testId: 'save-annotation' });
  private readonly labels: LabelFields | undefined;

  constructor(private readonly options: ComposerOptions) {
    const { name, comment, label, onInput, onClose, onDiscard } = options;
    this.labels = label && new LabelFields(label);
    this.field = element('textarea', { rows: 4, 'aria-label': name, placeholder: 'Markdown', 'data-testid': 'composer-text' });
    this.field.value = comment;
    const preview = element('div', { class: 'comment preview', hidden: true, 'data-testid': 'composer-preview' });
    const draw = () => preview.replaceChildren(safeFragment(abstractHtml(this.field.value)));
    const showPreview = () => {
      draw();
      void prepareFormulas([this.field.value])?.then(draw);
    };
    const toggle = actionButton('Preview', () => {
      preview.hidden = !preview.hidden;
      toggle.setAttribute('aria-pressed', String(!preview.hidden));
      showPreview();
    }, { icon: 'open-preview', testId: 'composer-preview-toggle' });
    toggle.setAttribute('aria-pressed', 'false');
    this.field.addEventListener('input', () => {
      onInput(this.field.value);
      if (!preview.hidden) {
        showPreview();
      }
    });
    this.element = element('form', { class: 'composer', 'data-testid': 'composer' }, [
      this.field,
      preview,
      this.labels?.element,
      this.problem,
      element('div', { class: 'composer-actions' }, [
        this.save,
        toggle,
        actionButton('Close', onClose, { icon: 'close', title: 'Close and keep the draft (Escape)', testId: 'close-composer' }),
        actionButton('Discard', onDiscard, { icon: 'trash', title: 'Give the words up', testId: 'discard-draft' }),
      ]),
    ]);
    this.element.addEventListener('submit', (event) => {
      event.preventDefault();
      this.submit();
    });
    this.element.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        this.submit();
      } else if (event.key === 'Escape') {
        event.preventDefault();
        onClose();
      }
    });
  }

  focus(): void {
    this.field.focus();
  }

  /** It could not be saved: the words are still here. */
  failed(message: string): void {
    this.save.disabled = false;
    this.field.readOnly = false;
    this.problem.textContent = message;
  }

  private submit(): void {
    if (!this.save.disabled) {
      this.save.disabled = true;
      // What is typed while it is being saved would be saved nowhere.
      this.field.readOnly = true;
      this.problem.textContent = '';
      this.options.onSave(this.field.value, this.labels?.label);
    }
  }
}

/** Kind, colour and tags of an annotation. */
export class LabelFields {
  readonly element: HTMLElement;
  private readonly kind: HTMLSelectElement;
  private readonly colour: HTMLSelectElement;
  private readonly tags: HTMLInputElement;

  constructor(label: Label, onChange: (label: Label) => void = () => undefined) {
    const id = `labels-${++count}`;
    this.kind = choice([['', 'No kind'], ...ANNOTATION_KINDS.map((kind) => [kind, KIND_WORDS[kind]] as const)], label.annotationKind ?? '', 'annotation-kind');
    this.colour = choice(HIGHLIGHT_COLOURS.map((colour) => [colour, COLOUR_WORDS[colour]] as const), label.colour, 'annotation-colour');
    this.tags = element('input', { type: 'text', value: label.tags.join(', '), placeholder: 'a, b', 'data-testid': 'annotation-tags' });
    const field = (name: string, control: HTMLElement) => {
      control.id = `${id}-${name.toLowerCase()}`;
      return element('label', { for: control.id }, [element('span', {}, [name]), control]);
    };
    this.element = element('div', { class: 'labels' }, [field('Kind', this.kind), field('Colour', this.colour), field('Tags', this.tags)]);
    this.element.addEventListener('change', () => onChange(this.label));
  }

  get label(): Label {
    const kind = ANNOTATION_KINDS.find((one) => one === this.kind.value);
    return {
      colour: HIGHLIGHT_COLOURS.find((one) => one === this.colour.value) ?? 'yellow',
      ...(kind === undefined ? {} : { annotationKind: kind }),
      tags: this.tags.value.split(',').map((tag) => tag.trim()).filter((tag) => tag !== ''),
    };
  }
}

function choice(options: readonly (readonly [value: string, words: string])[], value: string, testId: string): HTMLSelectElement {
  return element('select', { 'data-testid': testId }, options.map(([option, words]) => element('option', { value: option, selected: option === value }, [words])));
}
