import type { ImportProblem } from '../digest';
import type { Entry } from './daily-papers-entry';
import type { Mark } from './daily-papers-marks';
import type { PageContext, Piece, ReadPage } from './daily-papers-page';
import type { Target } from './daily-papers-links';
import { LONGEST_TITLE } from './daily-papers-body';
import { finishEntries, hasFooter, newEntry } from './daily-papers-entry';
import { isFurniture, isPageHeading } from './daily-papers-lines';
import { targetOf } from './daily-papers-links';
import { readAuthorCount, readMark, readNumber } from './daily-papers-marks';
import { PageDay } from './daily-papers-page-day';
import { lastDayOf } from './daily-papers-period';

/** Text of a link that names what it leads to instead of a paper. */
const LABEL = /^(?:\[?(?:arxiv|arxiv page|pdf|html|abs|abstract|paper|paper page|link|code|github|hugging ?face|hf|project|project page|website|demo|here|source)\]?|[\d.v/]+|https?:.*|arxiv:.*|\[[^\]]*\])$/iu;

/** Small print of several parts in one line: `12 authors · May 3, 2025`. */
const LONGEST_SMALL_PRINT = 240;

/** Lines that name their field, as lists written by hand have them. */
const FIELD = /^[*_]{0,2}(authors?|abstract|summary|upvotes|comments|published|date|arxiv(?: id)?)[*_]{0,2}\s*:[*_]{0,2}\s+(?=\S)/iu;

/**
 * Reads the pieces of a page that has its links: each paper begins with the box of its upvotes, its picture
 * or its title, all of which lead to its number. Whatever names a number belongs to the
 * paper of that number, so that lost and doubled pieces harm no other paper.
 */
export function readLinkedPage(pieces: Iterable<Piece>, context: PageContext): ReadPage {
  const reader = new LinkedPageReader(context);
  for (const piece of pieces) {
    reader.add(piece);
  }
  return reader.finish();
}

class LinkedPageReader {
  private readonly entries: Entry[] = [];
  private readonly byId = new Map<string, Entry>();
  private readonly problems: ImportProblem[] = [];
  private current: Entry | undefined;

  private readonly day: PageDay;

  /** Upvotes that stand before a paper whose number is not known yet. */
  private upvotesAhead: { readonly count: number; readonly line: number; readonly named: boolean } | undefined;
  /** Text that belongs to no paper yet: a title whose link is lost, if a paper follows at once. */
  private stray: Piece | undefined;
  private submitterNext = false;
  /** True when a number without a name stands before the first paper: then such numbers are upvotes. */
  private numbersComeFirst = false;

  constructor(context: PageContext) {
    this.day = new PageDay(context);
  }

  add(piece: Piece): void {
    if (piece.opens === true) {
      this.close();
    }
    const target = piece.address === undefined ? undefined : targetOf(piece.address);
    if (target === undefined || target.kind === 'other') {
      this.addText(piece);
    } else {
      this.addLink(piece, target);
    }
  }

  finish(): ReadPage {
    const { period, problem } = this.day.find(this.entries);
    const read = finishEntries(this.entries, period === undefined ? undefined : lastDayOf(period));
    const problems = [...(problem === undefined ? [] : [problem]), ...this.problems, ...read.problems];
    return { ...read, problems, ...(period === undefined ? {} : { period }) };
  }

  private addLink(piece: Piece, target: Exclude<Target, { kind: 'other' }>): void {
    switch (target.kind) {
      case 'upvotes':
        this.addUpvotes(piece, target.id);
        return;
      case 'comments':
        this.addComments(piece, target.id);
        return;
      case 'paper':
        this.addPaperLink(piece, target.id);
        return;
      case 'arxiv':
        this.addArxivLink(piece, target.id);
        return;
      case 'account':
        this.addAccount(piece, target.slug);
        return;
      case 'repository':
        if (this.current !== undefined) {
          this.current.repository ??= target.url;
        }
        return;
      case 'list':
        this.day.noteNeighbour(target.period);
        this.addListLink(piece);
    }
  }

  private addUpvotes({ text, line }: Piece, id: string): void {
    const entry = this.enter(id, line);
    const mark = readMark(text.replace(/\s+/gu, ' '));
    entry.upvotes ??= mark?.kind === 'upvotes' || mark?.kind === 'number' ? mark.count : undefined;
  }

  private addComments({ text, line }: Piece, id: string): void {
    const entry = this.byId.get(id) ?? this.enter(id, line);
    const mark = readMark(text);
    entry.comments ??= mark?.kind === 'comments' || mark?.kind === 'number' ? mark.count : undefined;
  }

  private addPaperLink({ text, line, opens }: Piece, id: string): void {
    const known = this.current?.id === id;
    const entry = this.enter(id, line);
    entry.hasPage = true;
    const authors = readAuthorCount(text);
    if (text === '') {
      return;
    }
    if (authors !== undefined && text.length < LONGEST_TITLE) {
      entry.authorCount ??= authors;
    } else if (readNumber(text) !== undefined && entry.title !== '') {
      entry.comments ??= readNumber(text);
    } else if (text.length > LONGEST_TITLE || (known && entry.title !== '')) {
      this.addToAbstract(entry, text);
    } else if (entry.title === '' && (opens === true || !LABEL.test(text))) {
      entry.title = oneLine(text);
    }
  }

  private addArxivLink(piece: Piece, id: string): void {
    const label = piece.text === '' || LABEL.test(piece.text);
    if (!label) {
      const entry = this.enter(id, piece.line);
      entry.title ||= oneLine(piece.text);
    } else if (this.current !== undefined && this.current.id === undefined) {
      this.current.id = id;
      this.byId.set(id, this.current);
    }
  }

  private addAccount({ text }: Piece, slug: string): void {
    if (this.submitterNext) {
      this.submitterNext = text === '';
    } else if (this.current !== undefined && this.current.title !== '' && text !== '' && this.current.published === undefined) {
      if (this.current.abstract.length > 1 && this.current.abstract.at(-1)?.toLowerCase() === slug.toLowerCase()) {
        this.current.abstract.pop();
      }
      this.current.organisation ??= { slug, name: oneLine(text.replace(/^\[[^\]]{0,80}\]/u, '')) };
    }
  }

  private addListLink(piece: Piece): void {
    if (!isFurniture(piece.text)) {
      this.addText({ text: piece.text, line: piece.line });
    }
  }

  private addText(piece: Piece): void {
    if (!/[\p{L}\p{N}·-]/u.test(piece.text)) {
      return;
    }
    if (this.submitterNext && piece.text.length < LONGEST_SMALL_PRINT) {
      this.submitterNext = false;
      return;
    }
    const parts = piece.text.length <= LONGEST_SMALL_PRINT && piece.text !== '·' ? smallPrint(piece.text) : [piece.text];
    for (const text of parts) {
      const mark = readMark(text);
      if (mark === undefined || (parts.length === 1 && this.isTitleOfNumber(mark))) {
        this.addProse({ ...piece, text });
      } else {
        this.addMark({ ...piece, text }, mark);
      }
    }
  }

  /** A date or number where a title is due, after the box of upvotes, is the title. */
  private isTitleOfNumber(mark: Mark): boolean {
    return (mark.kind === 'date' || mark.kind === 'authors') && this.current?.title === '' && this.current.upvotes !== undefined;
  }

  private addMark(piece: Piece, mark: Mark): void {
    const entry = this.current;
    switch (mark.kind) {
      case 'separator':
        if (entry !== undefined) {
          entry.separated = true;
        }
        return;
      case 'authors':
        if (entry !== undefined) {
          entry.authorCount ??= mark.count;
        }
        return;
      case 'date':
        this.addDate(piece, mark);
        return;
      case 'upvotes':
        this.addBox(piece, mark.count);
        return;
      case 'comments':
        if (entry !== undefined) {
          entry.comments ??= mark.count;
        }
        return;
      case 'number':
        this.addNumber(piece, mark.count);
        return;
      case 'submitter':
        this.submitterNext = !mark.named;
    }
  }

  private addDate({ text, line }: Piece, { date, comments }: Extract<Mark, { kind: 'date' }>): void {
    const entry = this.current;
    if (entry !== undefined && entry.title !== '') {
      entry.published ??= date;
      entry.comments ??= comments;
    } else if (!this.day.note({ day: date, line, text }) && this.entries.length > 0) {
      this.problems.push({ line, reason: 'A second page begins here. Its papers were added to this digest.', severity: 'warning' });
    }
  }

  /** The box of upvotes without its link: it stands before a paper, or names its count after the title. */
  private addBox({ text, line }: Piece, count: number): void {
    const named = /[a-z▲△⬆👍🔺❤]/iu.test(text.replace(/\[x\]/iu, ''));
    if (this.current !== undefined && (this.current.title === '' || named)) {
      this.current.upvotes ??= count;
    } else {
      this.close();
      this.upvotesAhead = { count, line, named: true };
    }
  }

  /** A number alone: upvotes before a paper, comments after its date. */
  private addNumber({ line }: Piece, count: number): void {
    const entry = this.current;
    if (entry?.title === '') {
      entry.upvotes ??= count;
    } else if (entry?.published !== undefined && entry.comments === undefined && !this.numbersComeFirst) {
      entry.comments = count;
    } else if (entry === undefined || entry.published !== undefined) {
      const last = this.entries.at(-1);
      if (last !== undefined && this.upvotesAhead?.named === false) {
        last.comments ??= this.upvotesAhead.count;
      }
      this.numbersComeFirst ||= last === undefined;
      this.close();
      this.upvotesAhead = { count, line, named: false };
    }
  }

  private addProse(piece: Piece): void {
    const { text } = piece;
    if (isPageHeading(text)) {
      this.close();
      return;
    }
    const entry = this.current;
    if (entry === undefined) {
      this.addOutside(piece);
      return;
    }
    const [all, name] = FIELD.exec(text.slice(0, 64)) ?? [];
    if (all !== undefined && name !== undefined) {
      this.addField(entry, name.toLowerCase(), text.slice(all.length).trim(), piece);
    } else if (entry.title === '') {
      this.addTitle(entry, text);
    } else if (!hasFooter(entry) || (entry.abstract.length === 0 && /\s/u.test(text))) {
      this.addToAbstract(entry, text);
    } else if (!isFurniture(text)) {
      this.stray = piece;
    }
  }

  private addOutside(piece: Piece): void {
    const isPeriod = this.entries.length === 0 && this.day.notePeriod(piece.text);
    if (!isPeriod && !isFurniture(piece.text)) {
      this.stray = piece;
    }
  }

  private addField(entry: Entry, name: string, value: string, piece: Piece): void {
    if (name.startsWith('author')) {
      entry.authorCount ??= readNumber(value);
      entry.authors ??= /^\d/u.test(value) ? undefined : value.split(/\s*[,;]\s*|\s+and\s+/u).filter((author) => author !== '');
    } else if (name === 'abstract' || name === 'summary') {
      this.addToAbstract(entry, value);
    } else if (name.startsWith('arxiv')) {
      const target = targetOf(`https://arxiv.org/abs/${value}`);
      if (target.kind === 'arxiv' && entry.id === undefined) {
        entry.id = target.id;
        this.byId.set(target.id, entry);
      }
    } else {
      const mark = readMark(name === 'upvotes' || name === 'comments' ? `${name} ${value}` : value);
      if (mark !== undefined) {
        this.addMark(piece, mark);
      }
    }
  }

  private addTitle(entry: Entry, text: string): void {
    if (text.length > LONGEST_TITLE) {
      this.addToAbstract(entry, text);
    } else if (!isFurniture(text)) {
      entry.title = oneLine(text);
    }
  }

  /** A page saved with both its narrow and its wide layout says everything twice. */
  private addToAbstract(entry: Entry, text: string): void {
    const again = entry.abstract.length > 0 && (hasFooter(entry) || entry.abstract[0] === text);
    if (!again && oneLine(text) !== entry.title && !(text.length <= LONGEST_SMALL_PRINT && LABEL.test(text))) {
      entry.abstract.push(text);
    }
  }

  /** The entry of a number, made if it is new; the one being read becomes it. */
  private enter(id: string, line: number): Entry {
    if (this.current?.id === id) {
      return this.current;
    }
    let entry = this.byId.get(id);
    if (entry === undefined) {
      const { upvotesAhead: upvotes, stray } = this;
      entry = newEntry(upvotes?.line ?? line, id);
      if (upvotes !== undefined) {
        entry.upvotes = upvotes.count;
      }
      if (stray !== undefined && stray.text.length <= LONGEST_TITLE && upvotes !== undefined && stray.line > upvotes.line) {
        entry.title = oneLine(stray.text);
      }
      this.entries.push(entry);
      this.byId.set(id, entry);
    }
    this.upvotesAhead = undefined;
    this.stray = undefined;
    this.submitterNext = false;
    this.current = entry;
    return entry;
  }

  private close(): void {
    this.current = undefined;
    this.stray = undefined;
    this.submitterNext = false;
  }
}

/** The parts of a line of small print, each of which can be read; the whole line where that is not so. */
function smallPrint(text: string): readonly string[] {
  const [, count = '', rest = ''] = /^\(([^()]{1,40})\)\s+(\S.*)$/su.exec(text) ?? [];
  if (rest !== '' && readMark(count) !== undefined) {
    return [count, rest];
  }
  const parts = text.split(/(?:^|\s)·(?=\s|$)|\s\|\s/u).map((part) => part.trim()).filter((part) => part !== '');
  if (parts.length > 1 && parts.some((part) => readMark(part) === undefined)) {
    return [text];
  }
  return text.startsWith('·') || parts.length > 1 ? ['·', ...parts] : parts;
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
