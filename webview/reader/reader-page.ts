import type { FromReader, PaperView } from '../../src/protocol/reader';
import { element } from '../ui/element';
import { AbstractPlaces } from './abstract-places';
import { drawAbstract } from './abstract-view';
import { actionButton } from './action-button';
import { AnnotationsPart } from './annotations-part';
import { AcronymMarks, drawAcronyms } from './acronyms';
import { Announcer } from './announcer';
import { claimRanges, drawClaims, revealClaim } from './claims';
import { drawDemos } from './demos';
import { drawFacts, factsOf } from './facts';
import { Help } from './help';
import { drawLinks } from './links';
import { drawNotes } from './notes';
import { paint } from './marks';
import { openLinks } from './open-links';
import { Part } from './part';
import { drawReferences } from './references';
import { drawRuns } from './runs';
import { sectionPart } from './section';
import { drawSimilar, type SimilarState } from './similar';
import { Selecting } from './selecting';
import { isMessageAction, messageFor } from './shortcut-message';
import type { ShortcutAction } from './shortcuts';
import { StatusControl } from './status-control';
import { Way } from './way';

/** Similar papers are asked for after this time at the latest. */
const LONGEST_IDLE_MS = 1000;

export type Send = (message: FromReader) => void;

/** The whole page of a paper. */
export class ReaderPage {
  readonly announcer = new Announcer();
  readonly annotations: AnnotationsPart;
  private paper: PaperView | undefined;
  private shown: string | undefined;
  private places: AbstractPlaces | undefined;
  private readonly selecting: Selecting;
  private readonly help = new Help();
  private readonly way: Way;
  private readonly status: StatusControl;
  private readonly title = element('h1', { 'data-testid': 'title' });
  private readonly facts = new Part(element('div', { class: 'about' }), drawFacts);
  private readonly abstract = sectionPart('abstract', 'Abstract', drawAbstract);
  private readonly claims;
  private readonly links;
  private readonly demos;
  private readonly notes;
  private readonly runs;
  private readonly references;
  private readonly similar;
  private readonly acronyms = sectionPart('acronyms', 'Acronyms', drawAcronyms);
  private readonly acronymMarks = new AcronymMarks(this.acronyms.element);

  constructor(
    private readonly main: HTMLElement,
    private readonly send: Send,
  ) {
    this.way = new Way((direction) => send({ kind: 'go', direction }), () => this.help.toggle());
    this.status = new StatusControl((status) => send({ kind: 'setStatus', status }), () => send({ kind: 'toggleStar' }));
    this.claims = sectionPart('claims', 'Claims', (paper: Pick<PaperView, 'abstract' | 'claims'>) =>
      drawClaims(paper, {
        correct: (start) => send({ kind: 'correctClaim', start }),
        add: (quote) => send({ kind: 'addClaim', quote }),
        showAll: () => send({ kind: 'showClaims' }),
        openRun: (id) => send({ kind: 'openRun', id }),
        runDemo: (slug) => send({ kind: 'runDemo', slug }),
      }),
    );
    this.links = sectionPart('links', 'Links', (links: PaperView['links']) => drawLinks(links, (url) => send({ kind: 'copyClone', url })));
    this.demos = sectionPart('demos', 'Demos', (demos: PaperView['demos']) => drawDemos(demos, (slug) => send({ kind: 'runDemo', slug })));
    this.notes = sectionPart('notes', 'Notes', (notes: PaperView['notes']) =>
      drawNotes(notes, { open: (uri) => send({ kind: 'openNote', uri }), create: () => send({ kind: 'newNote' }) }),
    );
    this.runs = sectionPart('runs', 'Runs kept', (data: Pick<PaperView, 'runs' | 'demos'>) => drawRuns(data, (id) => send({ kind: 'openRun', id })));
    this.references = sectionPart('references', 'In your code', (data: Pick<PaperView, 'key' | 'references'>) =>
      drawReferences(data, {
        open: (id) => send({ kind: 'openReference', id }),
        findAll: () => send({ kind: 'findReferences' }),
        openCode: (id) => send({ kind: 'openCode', id }),
        accept: (id) => send({ kind: 'acceptCode', id }),
        relocate: (id) => send({ kind: 'relocateCode', id }),
        unlink: (id) => send({ kind: 'unlinkCode', id }),
        goTo: (annotation) => this.annotations.reveal(annotation),
      }),
    );
    this.similar = sectionPart('similar', 'Similar papers', (state: SimilarState) => drawSimilar(state, (key) => send({ kind: 'openPaper', key })));
    const say = (words: string) => this.announcer.say(words);
    this.annotations = new AnnotationsPart({ send, say, linkToCode: (annotation) => send({ kind: 'linkAnnotation', annotation }), selection: () => this.selecting.range });
    this.selecting = new Selecting({
      highlight: (range) => this.annotations.highlight(range),
      comment: (range) => this.annotations.comment(range),
      copy: (range) => send({ kind: 'copyQuote', range }),
      link: (range) => send({ kind: 'linkToCode', range }),
      say,
    });
    this.abstract.element.addEventListener('click', ({ clientX, clientY }) => this.openThreadAt(clientX, clientY));
    openLinks(main, (url) => send({ kind: 'openLink', url }));
  }

  show(paper: PaperView): void {
    const next = JSON.stringify(paper);
    if (this.paper !== undefined && next === this.shown) {
      return;
    }
    this.shown = next;
    document.title = paper.title;
    this.title.textContent = paper.title;
    this.way.show(paper.position);
    this.status.show(paper.reading);
    this.facts.show(factsOf(paper));
    this.abstract.show({ abstract: paper.abstract, links: paper.links });
    const shown = this.abstract.element.querySelector('.abstract-text');
    if (shown !== null) {
      this.places = this.places?.root === shown ? this.places : new AbstractPlaces(shown, paper.abstract);
      const { places } = this;
      paint('lectern-claims', claimRanges(paper).flatMap((range) => places.rangeOf(range) ?? []));
      this.acronymMarks.show(places, paper.abstract);
      this.selecting.show(places);
      this.annotations.show(paper.annotations, places);
    }
    this.acronyms.show(paper.abstract);
    this.claims.show({ abstract: paper.abstract, claims: paper.claims });
    this.links.show(paper.links);
    this.references.show({ key: paper.key, references: paper.references });
    this.demos.show(paper.demos);
    this.notes.show(paper.notes);
    this.runs.show({ runs: paper.runs, demos: paper.demos });
    if (this.paper === undefined) {
      this.showSimilar('looking');
      this.lay();
      // After the paper is painted: the first search starts a worker.
      requestIdleCallback(() => this.send({ kind: 'findSimilar' }), { timeout: LONGEST_IDLE_MS });
    }
    this.paper = paper;
    this.announcer.reading(paper.reading);
  }

  showSimilar(state: SimilarState): void {
    this.similar.show(state);
  }

  revealClaim(start: number): void {
    revealClaim(this.claims.element, start);
  }

  missing(message: string): void {
    this.paper = undefined;
    this.main.replaceChildren(element('p', { class: 'missing', role: 'alert', 'data-testid': 'missing' }, [message]));
  }

  /** Does what a key stands for; nothing while no paper is shown. */
  act(action: ShortcutAction): void {
    if (this.paper === undefined) {
      return;
    }
    if (action === 'help') {
      this.help.toggle();
    } else if (!this.help.element.open) {
      this.actOn(action, this.paper);
    }
  }

  private actOn(action: Exclude<ShortcutAction, 'help'>, paper: PaperView): void {
    if (isMessageAction(action)) {
      const message = messageFor(action, paper);
      if (message === undefined) {
        this.announcer.say('There is no demo for this paper.');
      } else {
        this.send(message);
      }
      return;
    }
    const acts = {
      highlight: () => this.selecting.highlight(),
      comment: () => this.selecting.comment(),
      nextAnnotation: () => this.annotations.step(1),
      previousAnnotation: () => this.annotations.step(-1),
    };
    acts[action]();
  }

  /** A click on marked words opens their thread; a drag over them selects. */
  private openThreadAt(x: number, y: number): void {
    const id = document.getSelection()?.isCollapsed === false ? undefined : this.annotations.at(x, y);
    if (id !== undefined) {
      this.annotations.reveal(id);
    }
  }

  private lay(): void {
    const { way, title, facts, status, abstract, annotations, selecting, acronyms, similar, claims, links, references, demos, notes, runs, announcer, help, send } = this;
    const actions = element('footer', { class: 'actions' }, [
      actionButton('Copy as BibTeX', () => send({ kind: 'copyBibtex' }), { icon: 'quote', title: 'Copy as BibTeX (B)', testId: 'copy-bibtex' }),
      actionButton('Copy citation as…', () => send({ kind: 'copyCitation' }), { icon: 'copy', title: 'CSL-JSON, RIS, Markdown and others', testId: 'copy-citation' }),
      actionButton('Open as text', () => send({ kind: 'openAsText' }), { icon: 'go-to-file', testId: 'open-as-text' }),
    ]);
    this.main.replaceChildren(
      way.element,
      element('header', {}, [title, facts.element, status.element]),
      element('div', { class: 'reading' }, [abstract.element, annotations.element]),
      ...[acronyms, claims, links, references, demos, notes, runs, similar].map((part) => part.element),
      actions,
      announcer.element,
      help.element,
      selecting.element,
    );
  }
}
