import { forEach, type Steps } from '../steps';
import type { Identified, RecordGroup } from './group-records';
import type { IdentityToken } from './identity';
import type { PaperKey } from './paper';
import { KeyGiver } from './key';

/** A key and marks of its paper, as a line of the registry's file. A line of a known key adds marks to it. */
export type KeyEntry = readonly [key: PaperKey, ...tokens: IdentityToken[]];

/** What a key is given to. */
export interface Keyless {
  readonly group: RecordGroup<Identified>;
  readonly title: string;
  /** Of publication, where known. */
  readonly year: string | undefined;
}

export interface GivenKeys {
  /** The key of each paper, in their order. */
  readonly keys: readonly PaperKey[];
  /** Other keys by which a paper was known, with its key. */
  readonly former: ReadonlyMap<PaperKey, PaperKey>;
  /** What the registry does not know yet: new keys, and new marks of old ones. */
  readonly additions: readonly KeyEntry[];
}

type Group = RecordGroup<Identified>;

interface Known {
  readonly key: PaperKey;
  /** Zero for the first key that was given. */
  readonly age: number;
  tokens: readonly IdentityToken[];
}

interface OwnedKeys {
  readonly oldest: ReadonlyMap<Group, Known>;
  readonly others: ReadonlyMap<Group, readonly PaperKey[]>;
}

/**
 * Which keys were given to what, in order of giving. A key once given stays given: when its paper leaves the library
 * and comes back it has its key again, and no other paper gets it.
 */
export class KeyRegistry {
  private readonly known = new Map<PaperKey, Known>();
  /** Number of keys. */
  private size: number;
  private readonly byToken = new Map<IdentityToken, PaperKey | PaperKey[]>();

  /** @param trunk knows keys too, and is not changed */
  constructor(
    entries: Iterable<KeyEntry> = [],
    private readonly trunk?: KeyRegistry,
  ) {
    this.size = trunk?.size ?? 0;
    this.add(entries);
  }

  /** A registry that knows what this one does and can be added to apart from it. This one must not change meanwhile. */
  branch(): KeyRegistry {
    return new KeyRegistry([], this);
  }

  has(key: PaperKey): boolean {
    return this.find(key) !== undefined;
  }

  /** Every key with its marks, oldest first. */
  get entries(): readonly KeyEntry[] {
    const own = [...this.known.values()].map(({ key, tokens }): KeyEntry => [key, ...tokens]);
    return this.trunk === undefined ? own : new KeyRegistry([...this.trunk.entries, ...own]).entries;
  }

  /** Keys of papers that have this mark or had it. */
  keysOf(token: IdentityToken): readonly PaperKey[] {
    const own = this.byToken.get(token) ?? [];
    const keys = typeof own === 'string' ? [own] : own;
    const others = this.trunk?.keysOf(token) ?? [];
    return others.length === 0 ? keys : [...others, ...keys];
  }

  add(entries: Iterable<KeyEntry>): void {
    for (const [key, ...tokens] of entries) {
      let known = this.known.get(key);
      if (known === undefined) {
        const before = this.trunk?.find(key);
        known = { key, age: before?.age ?? this.size, tokens: before?.tokens ?? [] };
        this.known.set(key, known);
        this.size += before === undefined ? 1 : 0;
      }
      for (const token of tokens) {
        if (this.index(token, known)) {
          known.tokens = known.tokens.concat(token); // Pushed to, it would keep room for a dozen more.
        }
      }
    }
  }

  /**
   * The keys of papers. A paper has the oldest of the keys that are its own and is found by the others too; one that has
   * none is given one. Changes nothing here: add the `additions` once they are kept.
   */
  *keysFor(papers: readonly Keyless[]): Steps<GivenKeys> {
    const { oldest, others } = yield* this.ownedKeys(papers.map(({ group }) => group));
    const giver = new KeyGiver(this);
    const keys: PaperKey[] = [];
    const former = new Map<PaperKey, PaperKey>();
    const additions: KeyEntry[] = [];
    yield* forEach(papers, ({ group, title, year }) => {
      const known = oldest.get(group);
      const key = known?.key ?? giver.give(title, year);
      keys.push(key);
      others.get(group)?.forEach((other) => former.set(other, key));
      const tokens = without(tokensOfGroup(group), known?.tokens ?? []);
      if (known === undefined || tokens.length > 0) {
        additions.push([key, ...tokens]);
      }
    });
    return { keys, former, additions };
  }

  /** The key that each paper has, where it has one. */
  *currentKeys(groups: readonly Group[]): Steps<readonly (PaperKey | undefined)[]> {
    const { oldest } = yield* this.ownedKeys(groups);
    return groups.map((group) => oldest.get(group)?.key);
  }

  /** Gives each key that has to do with the papers to the one whose own it is. */
  private *ownedKeys(groups: readonly Group[]): Steps<OwnedKeys> {
    const oldest = new Map<Group, Known>();
    const others = new Map<Group, PaperKey[]>();
    if (this.size === 0) {
      return { oldest, others };
    }
    const claims = new Claims();
    yield* forEach(groups, (group) => claims.add(group));
    const keys = new Set<PaperKey>();
    yield* forEach(claims.tokens, (token) => this.keysOf(token).forEach((key) => keys.add(key)));
    yield* forEach(keys, (key) => {
      const known = this.find(key);
      const owner = known && claims.ownerOf(known.tokens);
      if (known !== undefined && owner !== undefined) {
        const first = oldest.get(owner);
        const isOldest = first === undefined || known.age < first.age;
        if (isOldest) {
          oldest.set(owner, known);
        }
        const other = isOldest ? first : known;
        if (other !== undefined) {
          const more = others.get(owner) ?? [];
          others.set(owner, more);
          more.push(other.key);
        }
      }
    });
    return { oldest, others };
  }

  private find(key: PaperKey): Known | undefined {
    return this.known.get(key) ?? this.trunk?.find(key);
  }

  /** @returns false when the key had the mark already */
  private index(token: IdentityToken, { key, tokens }: Known): boolean {
    const keys = this.keysOf(token);
    // A mark of many keys and a key of many marks are both possible, hardly at the same time.
    if (keys.length < tokens.length ? keys.includes(key) : tokens.includes(token)) {
      return false;
    }
    const many = this.byToken.get(token);
    if (many === undefined) {
      this.byToken.set(token, key);
    } else if (typeof many === 'string') {
      this.byToken.set(token, [many, key]);
    } else {
      many.push(key);
    }
    return true;
  }
}

/** Which paper a key belongs to, by the marks of both. */
class Claims {
  /** Of the papers that have a mark, the one that `groupRecords` prefers. */
  private readonly bearers = new Map<IdentityToken, Group>();

  get tokens(): Iterable<IdentityToken> {
    return this.bearers.keys();
  }

  add(group: Group): void {
    for (const token of tokensOfGroup(group)) {
      const other = this.bearers.get(token);
      if (other === undefined || isPreferred(group, other)) {
        this.bearers.set(token, group);
      }
    }
  }

  /**
   * The bearer of the key's mark that weighs most: a key that an arXiv id was given to is never that of another arXiv id, nor
   * of a paper of which none is known yet.
   */
  ownerOf(tokens: readonly IdentityToken[]): Group | undefined {
    const kind = KINDS.find((letter) => tokens.some((token) => token.startsWith(letter))) ?? '';
    for (const token of tokens) {
      const owner = token.startsWith(kind) ? this.bearers.get(token) : undefined;
      if (owner !== undefined) {
        return owner;
      }
    }
    return undefined;
  }
}

/** The letters of marks, those that weigh most first. */
const KINDS = ['a', 'd', 't'];

const WEIGHTS = { preprint: 2, publication: 1, bare: 0 } as const;

function isPreferred(one: Group, other: Group): boolean {
  return one.kind === other.kind ? one.mark < other.mark : WEIGHTS[one.kind] > WEIGHTS[other.kind];
}

function without(tokens: readonly IdentityToken[], known: readonly IdentityToken[]): readonly IdentityToken[] {
  if (known.length === 0) {
    return tokens;
  }
  const all = new Set(known);
  return tokens.filter((token) => !all.has(token));
}

/** Each mark once. */
function tokensOfGroup({ records }: Group): readonly IdentityToken[] {
  const [first] = records;
  return first !== undefined && records.length === 1 ? first.identity.tokens : [...new Set(records.flatMap(({ identity }) => identity.tokens))];
}
