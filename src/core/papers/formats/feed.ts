import type { Digest } from '../digest';
import type { DigestDraft } from './digest-draft';
import type { FeedElement, FeedPart, Prefixes } from './feed-element';
import type { RecordRange } from './feed-records';
import { declaredPrefixes, readFeedPart } from './feed-element';
import { splitFeed } from './feed-records';
import { LineFinder, excerpt, oneLine } from './text-lines';

/** No feed says what it is later than this. */
const RECOGNISED_PART = 16_000;

/** A feed's root element, and the text to tell feeds apart by; `undefined` for what is no RSS, RDF or Atom. */
export function feedStart(text: string): { readonly root: 'feed' | 'rss' | 'RDF'; readonly start: string } | undefined {
  const start = text.slice(0, RECOGNISED_PART);
  const root = /^\uFEFF?\s*(?:<\?[^<>]{0,500}\?>\s*|<!--[^<>]{0,2000}-->\s*|<!DOCTYPE\s+(?:rss|feed|rdf)\b[^<>]{0,500}>\s*)*<(?:[\w.-]{1,64}:)?(feed|rss|RDF)[\s>]/iu.exec(start)?.[1];
  return root === 'feed' || root === 'rss' || root === 'RDF' ? { root, start } : undefined;
}

/** One record of a feed. */
export class FeedRecord {
  constructor(private readonly elements: readonly FeedElement[]) {}

  all(name: string): readonly FeedElement[] {
    return this.elements.filter((element) => element.name === name);
  }

  /** The first element of a name that says something. */
  first(...names: readonly string[]): FeedElement | undefined {
    return names.flatMap((name) => this.all(name)).find(({ text }) => text.trim() !== '');
  }

  /** Text on one line; empty where there is none. */
  line(...names: readonly string[]): string {
    return oneLine(this.first(...names)?.text ?? '');
  }

  lines(name: string): readonly string[] {
    return this.all(name).map(({ text }) => oneLine(text)).filter((text) => text !== '');
  }
}

/**
 * Reads the records of an RSS or Atom feed one by one, and reports to `draft` what is damaged: a record that is nested too deeply is
 * left out; one whose end is missing is handed on, so that what is left of it can be kept.
 */
export class Feed {
  /** What the feed says of itself. */
  readonly head: FeedRecord;
  private readonly lines: LineFinder;
  private readonly prefixes: Prefixes;
  private readonly records: readonly RecordRange[];
  private readonly complete: boolean;

  constructor(private readonly text: string, private readonly draft: DigestDraft) {
    const { records, strayEnds, envelope, complete } = splitFeed(text);
    this.lines = new LineFinder(text);
    this.prefixes = declaredPrefixes(envelope);
    this.records = records;
    this.complete = complete;
    this.head = new FeedRecord(headElements(envelope, this.prefixes));
    for (const offset of strayEnds) {
      draft.reject(this.lines.lineAt(offset), 'The start of the record that ends here is missing. It was left out.');
    }
    if (envelope.includes('<!ENTITY')) {
      draft.warn(1, 'The feed declares entities of its own. They were not expanded.');
    }
  }

  /** @param read takes a record, its line and whether it is whole; returns false when it found nothing to keep */
  readRecords(read: (record: FeedRecord, line: number, whole: boolean) => boolean): void {
    for (const { start, end, complete } of this.records) {
      const line = this.lines.lineAt(start);
      const { elements, unclosed, tooDeep } = readFeedPart(this.text.slice(start, end), this.prefixes, true);
      const record = new FeedRecord(elements);
      const name = excerpt(record.line('title'));
      const named = name === '' ? 'This record' : `“${name}”`;
      if (tooDeep) {
        this.draft.reject(line, `${named} is nested too deeply and was left out.`);
      } else if (!read(record, line, complete)) {
        this.draft.reject(line, complete ? `${named} has neither a title nor an identifier and was left out.` : `${named} is cut off and was left out.`);
      } else if (!complete) {
        this.draft.warn(line, `${named} is cut off: its end is missing. What is there was kept.`);
      } else if (unclosed !== undefined) {
        this.draft.warn(line, `${named} is damaged: the end of <${unclosed}> is missing.`);
      }
    }
    if (!this.complete) {
      this.draft.warn(this.lines.lineAt(this.text.length), 'The feed is cut off: its end is missing. There may have been more papers.');
    }
  }

  get isEmpty(): boolean {
    return this.records.length === 0;
  }
}

/** The elements of a feed's head: those of RSS stand in a `channel`, those of Atom in the root element itself. */
function headElements(envelope: string, prefixes: Prefixes): FeedPart['elements'] {
  const { elements } = readFeedPart(envelope, prefixes, true);
  return elements.flatMap((element) => (element.name === 'channel' ? [element, ...element.children] : [element]));
}

/** A digest's name and day as an identifier. */
export function dated(name: string, date: Digest['date']): string {
  return date === undefined ? name : `${name}-${date}`;
}
