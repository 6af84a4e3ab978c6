import type { DigestId, IsoDate } from './paper';

interface Dated {
  readonly id: DigestId;
  readonly date?: IsoDate;
}

/** The order of digests: by date, then by id; undated ones last. */
export class DigestOrder {
  private readonly places = new Map<DigestId, { readonly rank: number; readonly date: IsoDate }>();

  constructor(digests: readonly Dated[]) {
    for (const [rank, { id, date = '' }] of [...digests].sort(compareDigests).entries()) {
      this.places.set(id, { rank, date });
    }
  }

  /** Zero for the oldest. */
  rankOf(digest: DigestId): number {
    return this.places.get(digest)?.rank ?? this.places.size;
  }

  /** Negative when the first digest is newer, zero when both are of one day. An undated one counts as older than any. */
  compareNewest(one: DigestId, other: DigestId): number {
    return compareText(this.dateOf(other), this.dateOf(one));
  }

  private dateOf(digest: DigestId): string {
    return this.places.get(digest)?.date ?? '';
  }
}

export function compareDigests(one: Dated, other: Dated): number {
  return compareText(one.date ?? '9999', other.date ?? '9999') || compareText(one.id, other.id);
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
