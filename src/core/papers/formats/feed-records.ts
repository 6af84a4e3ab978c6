/** Where a record of a feed stands. Offsets are UTF-16 units. */
export interface RecordRange {
  readonly start: number;
  readonly end: number;
  /** False where the end tag is missing: the text was cut off, or the record is damaged. */
  readonly complete: boolean;
}

/** The records of a feed, and the text around them. */
export interface FeedRecords {
  readonly records: readonly RecordRange[];
  /** Offsets of end tags of records whose start is missing. */
  readonly strayEnds: readonly number[];
  /** What says something of the feed itself: the text before, between and after the records. */
  readonly envelope: string;
  /** False where the end tag of the feed is missing. */
  readonly complete: boolean;
}

/** Longer envelopes are not those of a feed. */
const LONGEST_ENVELOPE = 200_000;

const MARK = /<!\[CDATA\[|\]\]>|<!--|-->|<(\/?)(?:[\w.-]{1,64}:)?(item|entry|feed|rss|RDF)(?=[\s/>])/gu;

/**
 * Finds the `item` and `entry` elements of a feed, whatever their namespace prefix, so that each can be read alone and a damaged one
 * costs no other. A record without an end tag ends where the next begins. What stands in comments and CDATA sections is no
 * record, unless they are never closed. Takes time linear in the text.
 */
export function splitFeed(text: string): FeedRecords {
  const records: RecordRange[] = [];
  const strayEnds: number[] = [];
  let envelope = '';
  let outside = 0;
  let start: number | undefined;
  let complete = false;

  const close = (end: number, ended: boolean) => {
    if (start !== undefined) {
      records.push({ start, end, complete: ended });
      start = undefined;
      outside = end;
    }
  };

  for (const { index, end, closing, name } of marks(text)) {
    if (name !== 'item' && name !== 'entry') {
      if (closing) {
        complete = true;
        close(index, false);
      }
    } else if (closing && start === undefined) {
      strayEnds.push(index);
    } else if (closing) {
      const tagEnd = text.indexOf('>', end - 1);
      close(tagEnd < 0 ? text.length : tagEnd + 1, tagEnd >= 0);
    } else {
      close(index, false);
      envelope += envelope.length < LONGEST_ENVELOPE ? text.slice(outside, Math.min(index, outside + LONGEST_ENVELOPE)) : '';
      start = index;
    }
  }
  close(text.length, false);
  envelope += envelope.length < LONGEST_ENVELOPE ? text.slice(outside, outside + LONGEST_ENVELOPE) : '';
  return { records, strayEnds, envelope, complete };
}

interface Mark {
  readonly index: number;
  readonly end: number;
  readonly closing: boolean;
  readonly name: string;
}

/** The tags of records and feeds that stand in neither a comment nor a CDATA section. */
function* marks(text: string): Generator<Mark> {
  const pattern = new RegExp(MARK.source, MARK.flags);
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const { index, 0: mark, 1: slash, 2: name } = match;
    if (name !== undefined) {
      yield { index, end: pattern.lastIndex, closing: slash === '/', name };
    } else if (mark === '<!--' || mark === '<![CDATA[') {
      pattern.lastIndex = endOfSection(text, pattern.lastIndex, mark);
    }
  }
}

/** End of a comment or CDATA section, or `from` where the next one of its kind begins before it is closed. */
function endOfSection(text: string, from: number, opening: string): number {
  const closing = opening === '<!--' ? '-->' : ']]>';
  const pattern = opening === '<!--' ? /-->|<!--/gu : /\]\]>|<!\[CDATA\[/gu;
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  return match?.[0] === closing ? pattern.lastIndex : from;
}
