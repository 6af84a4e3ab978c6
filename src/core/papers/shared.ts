/** Keeps one object for all that say the same: a hundred thousand papers have few different lists of digests. */
export class Shared {
  private readonly known = new Map<string, unknown>();

  /** @param name another one for every other value, whatever its type */
  one<T>(name: string, make: () => T): T {
    const known = this.known.get(name);
    if (known !== undefined) {
      return known as T; // Made under the same name, thus of the same type.
    }
    const value = make();
    this.known.set(name, value);
    return value;
  }
}
