import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compareDigests } from '../../../src/core/papers/digest-order';
import type { Digest } from '../../../src/core/papers/digest';
import type { ImportPreview } from '../../../src/core/papers/import-preview';
import { importDigests, previewImports } from '../../../src/core/papers/import-digests';
import { identityOf } from '../../../src/core/papers/identity';
import type { KeyRegistry } from '../../../src/core/papers/key-registry';
import { buildLibrary, Library, type LibraryData } from '../../../src/core/papers/library';
import { emptyLibraryData } from '../../../src/core/papers/library-data';
import type { SourceRecord } from '../../../src/core/papers/merge';
import type { Paper, PaperFields } from '../../../src/core/papers/paper';
import { PAPER_FIELDS } from '../../../src/core/papers/paper-fields';
import { previewImport } from '../../../src/core/papers/preview-import';
import { runNow } from '../../../src/core/steps';
import { shuffled, someDigests } from './digests';

const RUNS = { numRuns: 200 };

const places = fc.array(fc.nat(100), { minLength: 6, maxLength: 6 });
const inAnotherOrder = someDigests.chain((digests) =>
  fc.record({ digests: fc.constant(digests), mixed: fc.shuffledSubarray([...digests], { minLength: digests.length }), places }),
);
/** Digests that come one after another; some twice. */
const arriving = fc.tuple(someDigests, someDigests).map(([first, second]) => [...first, ...second]);

/** A library made at once, under keys that were given before. */
function builtUnder(keys: KeyRegistry, digests: readonly Digest[]): LibraryData {
  return buildLibrary(digests, emptyLibraryData(keys));
}

function byKey(papers: readonly Paper[]): readonly Paper[] {
  return [...papers].sort((one, other) => (one.key < other.key ? -1 : 1));
}

function marksOf({ fields }: SourceRecord): readonly string[] {
  return identityOf(fields).tokens;
}

function fieldsOnly(paper: PaperFields | undefined): object {
  return Object.fromEntries(PAPER_FIELDS.flatMap((field) => (paper?.[field] === undefined ? [] : [[field, paper[field]]])));
}

describe('any library', () => {
  it('does not depend on the order of its digests and of their records', () => {
    fc.assert(
      fc.property(inAnotherOrder, ({ digests, mixed, places }) => {
        const one = buildLibrary(digests);
        const other = builtUnder(one.keys, mixed.map((digest) => shuffled(digest, places)));
        assert.deepEqual(byKey(other.papers), byKey(one.papers));
        assert.deepEqual(other.digests, one.digests);
        assert.deepEqual(other.formerKeys, one.formerKeys);
      }),
      RUNS,
    );
  });

  it('is the same whether its digests come one by one or all at once', () => {
    fc.assert(
      fc.property(inAnotherOrder, ({ digests, mixed }) => {
        const grown = mixed.reduce((data, digest) => buildLibrary([digest], data), emptyLibraryData());
        const whole = builtUnder(grown.keys, digests);
        assert.deepEqual(whole.papers, grown.papers);
        assert.deepEqual(whole.places, grown.places);
        assert.deepEqual(whole.formerKeys, grown.formerKeys);
        assert.deepEqual(whole.keys.entries, grown.keys.entries);
      }),
      RUNS,
    );
  });

  it('has keys that are unique and never change, whatever comes', () => {
    fc.assert(
      fc.property(arriving, (digests) => {
        digests.reduce((before, digest) => {
          const after = buildLibrary([digest], before);
          assert.equal(new Set(after.papers.map(({ key }) => key)).size, after.papers.length);
          const library = new Library(after);
          for (const paper of [...before.papers, ...[...before.formerKeys.keys()].map((key) => ({ key }))]) {
            assert.ok(library.paper(paper.key), `${paper.key} is found`);
          }
          return after;
        }, emptyLibraryData());
      }),
      RUNS,
    );
  });

  it('keeps under a key what was under it, or what that was merged into', () => {
    fc.assert(
      fc.property(arriving, (digests) => {
        digests.reduce((before, digest) => {
          const after = buildLibrary([digest], before);
          const [old, now] = [new Library(before), new Library(after)];
          for (const paper of old.papers) {
            const found = now.paper(paper.key);
            assert.ok(found);
            const marks = new Set(now.recordsOf(found).flatMap(marksOf));
            assert.ok(old.recordsOf(paper).flatMap(marksOf).some((mark) => marks.has(mark)), paper.key);
          }
          return after;
        }, emptyLibraryData());
      }),
      RUNS,
    );
  });

  it('stays the same, object for object, when a digest is read again', () => {
    fc.assert(
      fc.property(someDigests, fc.nat(3), (digests, index) => {
        const before = buildLibrary(digests);
        const after = buildLibrary(digests.slice(index, index + 1), before);
        assert.deepEqual(after, before);
        assert.ok(after.papers.every((paper, place) => paper === before.papers[place]));
      }),
      RUNS,
    );
  });

  it('names for each field that a paper has a digest that lists the paper', () => {
    fc.assert(
      fc.property(arriving, (digests) => {
        for (const paper of buildLibrary(digests).papers) {
          assert.deepEqual(Object.keys(paper.sources).sort(), Object.keys(fieldsOnly(paper)).filter((name) => fieldsSaid(paper).includes(name)).sort());
          assert.ok(Object.values(paper.sources).every((id) => paper.digests.includes(id)));
        }
      }),
      RUNS,
    );
  });
});

function fieldsSaid(paper: Paper): readonly string[] {
  return PAPER_FIELDS.filter((field) => paper[field] !== undefined && paper[field] !== '');
}

describe('a preview', () => {
  const previews = (check: (preview: ImportPreview, before: Library, after: Library) => void) =>
    fc.assert(
      fc.property(arriving, someDigests, (existing, [digest]) => {
        fc.pre(digest !== undefined);
        const before = buildLibrary(existing);
        const preview = previewImport(new Library(before), digest);
        check(preview, new Library(before), new Library(buildLibrary([digest], before)));
      }),
      RUNS,
    );

  it('has each record of the digest once', () => {
    previews(({ digest, added, changed, duplicates }) => {
      const lines = [...added, ...changed, ...duplicates].map(({ line }) => line).sort((one, other) => one - other);
      assert.deepEqual(lines, digest.lines);
    });
  });

  it('says what is added', () => {
    previews(({ added, elsewhere = [] }, before, after) => {
      const isNew = ({ key }: Paper) => before.paper(key) === undefined;
      const texts = (papers: readonly object[]) => papers.map((paper) => JSON.stringify(paper)).sort();
      const split = elsewhere.filter(({ key }) => key === undefined).map(({ changes }) => Object.fromEntries(changes.map((change) => [change.field, change.after])));
      const told = [...added.map(({ paper }) => fieldsOnly(paper)), ...split.map((fields) => fieldsOnly({ title: '', abstract: '', ...fields }))];
      assert.deepEqual(texts(told), texts(after.papers.filter(isNew).map(fieldsOnly)));
    });
  });

  it('says which fields of which papers change, and nothing else changes', () => {
    previews(({ changed, elsewhere = [], duplicates }, before, after) => {
      const told = new Map([...changed, ...elsewhere].flatMap(({ key, changes }) => (key === undefined ? [] : [[key, changes]])));
      for (const paper of before.papers) {
        const now = after.paper(paper.key);
        const changes = told.get(paper.key) ?? [];
        if (now?.key === paper.key) {
          const expected = PAPER_FIELDS.filter((field) => JSON.stringify(paper[field]) !== JSON.stringify(now[field]));
          assert.deepEqual(changes.map(({ field }) => field), expected);
          for (const change of changes) {
            assert.deepEqual(change.after, now[change.field]);
            assert.deepEqual(change.before, paper[change.field] === '' ? undefined : paper[change.field]);
          }
        } else {
          assert.deepEqual(changes, [], 'a paper that became part of another is told by that one');
        }
      }
      for (const { of } of duplicates) {
        assert.ok('line' in of || (before.paper(of.key) !== undefined && !told.has(of.key)));
      }
    });
  });

  it('says by what a record is the same as the one it duplicates or changes', () => {
    previews(({ digest, changed, duplicates }, before) => {
      const known = before.papers.flatMap((paper) => before.recordsOf(paper).map(({ fields }) => fields));
      for (const { why, paper } of [...changed, ...duplicates]) {
        const others = [...known, ...digest.papers.filter((other) => other !== paper)];
        const marks = why === 'title' ? [] : others.map((other) => other[why]);
        assert.ok(why === 'title' || (paper[why] !== undefined && marks.includes(paper[why])), why);
      }
    });
  });

  it('of several digests says what one of each would after the older ones', () => {
    fc.assert(
      fc.property(arriving, arriving, (existing, digests) => {
        const start = buildLibrary(existing);
        const previews = runNow(previewImports(new Library(start), digests));
        [...digests].sort(compareDigests).reduce((before, digest) => {
          assert.deepEqual(previews[digests.indexOf(digest)], previewImport(new Library(before), digest));
          return buildLibrary([digest], before);
        }, start);
        assert.equal(start.keys.entries.length, buildLibrary(existing).keys.entries.length);
      }),
      RUNS,
    );
  });

  it('and an import of several digests leave the library before as it is', () => {
    fc.assert(
      fc.property(arriving, someDigests, (existing, digests) => {
        const before = new Library(buildLibrary(existing));
        const { library, additions } = runNow(importDigests(before, digests));
        const after = buildLibrary(digests, before.data);
        assert.deepEqual(library.papers, after.papers);
        before.data.keys.add(additions);
        assert.deepEqual(before.data.keys.entries, after.keys.entries);
        assert.deepEqual(library.data.keys.entries, after.keys.entries);
      }),
      RUNS,
    );
  });
});
