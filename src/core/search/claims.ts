import { NOWHERE } from './score';

/** Finds documents by fingerprint, each once, also when several have the same. */
export class Claims {
  /** First unclaimed position of each fingerprint. */
  private readonly first = new Map<number, number>();
  /** Next position of the same fingerprint. */
  private readonly next: Uint32Array;

  constructor(fingerprints: Float64Array) {
    this.next = new Uint32Array(fingerprints.length).fill(NOWHERE);
    for (let position = fingerprints.length - 1; position >= 0; position--) {
      const fingerprint = fingerprints[position] ?? 0;
      this.next[position] = this.first.get(fingerprint) ?? NOWHERE;
      this.first.set(fingerprint, position);
    }
  }

  /** Positions of the documents with these fingerprints, `NOWHERE` for those that are not there or claimed already. */
  claim(fingerprints: Float64Array): Uint32Array {
    return Uint32Array.from(fingerprints, (fingerprint) => {
      const position = this.first.get(fingerprint) ?? NOWHERE;
      const next = this.next[position] ?? NOWHERE;
      if (next === NOWHERE) {
        this.first.delete(fingerprint);
      } else {
        this.first.set(fingerprint, next);
      }
      return position;
    });
  }
}
