import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Annotation, AnnotationId } from '../../../../src/core/annotations/annotation';
import type { AnnotationFormat } from '../../../../src/core/annotations/exchange/annotation-format';
import { exportAnnotations } from '../../../../src/core/annotations/exchange/export-annotations';
import type { ExportedPaper } from '../../../../src/core/annotations/exchange/exported-paper';
import { planImport, filedAnnotations, type ImportPlan } from '../../../../src/core/annotations/exchange/plan-import';
import { matchDocuments } from '../../../../src/core/annotations/exchange/match-documents';
import type { ReadAnnotations } from '../../../../src/core/annotations/exchange/foreign-annotation';
import { placeTargets } from '../../../../src/core/annotations/exchange/place-annotations';
import { aPaper } from '../../papers/pages';
import { mutated } from '../../formats/reading';
import { ANY_ANNOTATION } from '../arbitrary';
import { fixture, FIXTURES, read } from './fixtures';

const PAPERS = ['flashattention', 'lm-infinite'].map((key, index) => aPaper({ key, title: `The title of ${key}`, arxivId: index === 0 ? '2205.14135' : '2308.16137', abstract: 'Some words of an abstract.' }));

const MANY = fc.uniqueArray(ANY_ANNOTATION, { maxLength: 6, selector: ({ id }) => id });

function exported(annotations: readonly Annotation[]): readonly ExportedPaper[] {
  return PAPERS.map((paper) => ({ key: paper.key, paper, annotations: annotations.filter((one) => one.paper === paper.key) }));
}

function planOf(files: readonly ReadAnnotations[], existing: readonly Annotation[] = []): ImportPlan {
  const documents = files.flatMap((file) => file.documents);
  const papers = matchDocuments(documents, PAPERS, new Map());
  const byId = new Map<AnnotationId, Annotation>(existing.map((one) => [one.id, one]));
  return planImport(filedAnnotations(files), new Map(documents.map((document) => [document.id, document])), { existing: byId, papers, placed: new Map(), room: 10_000 });
}

const byId = (annotations: readonly Annotation[]) => [...annotations].sort((one, other) => (one.id < other.id ? -1 : 1));

/** Replies come back on the paper of their thread and answer its beginning, as a store has them. */
function asThreads(annotations: readonly Annotation[]): readonly Annotation[] {
  const ids = new Map(annotations.map((one) => [one.id, one]));
  return annotations.map((one) => {
    const { replyTo, ...first } = one;
    const root = replyTo === undefined ? undefined : ids.get(replyTo);
    return replyTo === undefined || (root !== undefined && root.replyTo === undefined && root.paper === one.paper) ? one : first;
  });
}

describe('annotations', () => {
  for (const format of ['w3c', 'hypothesis'] as const satisfies readonly AnnotationFormat[]) {
    it(`exported as ${format} are imported as they were, and again add nothing`, () => {
      fc.assert(
        fc.property(MANY.map(asThreads), (annotations) => {
          const wordy = format === 'w3c' ? annotations : annotations.filter(({ comment, tags, target }) => comment.trim() !== '' || tags.length > 0 || target !== undefined);
          const file = read(exportAnnotations(exported(wordy), format));
          const plan = planOf([file]);
          assert.deepEqual(byId(plan.added.map(({ annotation }) => annotation)), byId(wordy));
          assert.deepEqual(file.problems.filter(({ reason }) => !reason.startsWith('No annotations')), []);
          const again = planOf([file], wordy);
          assert.deepEqual([again.added.length, again.changed.length, again.same.length], [0, 0, wordy.length]);
        }),
        { seed: 20260109, numRuns: 300 },
      );
    });
  }

  it('from Hypothesis go back with every field they had', () => {
    const rows = (JSON.parse(fixture('hypothesis-search')) as { rows: { id: string }[] }).rows;
    const taken = planOf([read(fixture('hypothesis-search'))]).added.map(({ annotation }) => annotation);
    const back = (JSON.parse(exportAnnotations(exported(taken), 'hypothesis')) as { rows: ({ id: string; lectern: unknown })[] }).rows;
    assert.ok(back.length > 0);
    for (const { lectern, ...row } of back) {
      assert.ok(lectern);
      assert.deepEqual(row, { ...row, ...rows.find(({ id }) => id === row.id) });
    }
  });

  it('from Hypothesis that were changed here go back with what was changed, and come in again as changed here', () => {
    const file = read(fixture('hypothesis-search'));
    const [first] = planOf([file]).added.map(({ annotation }) => annotation);
    assert.ok(first);
    const changed: Annotation = { ...first, comment: 'Changed', kind: 'question', colour: 'red', modified: '2026-01-01T00:00:00Z' };
    const text = exportAnnotations(exported([changed]), 'hypothesis');
    const [row] = (JSON.parse(text) as { rows: { id: string; text: string; updated: string; group: string }[] }).rows;
    assert.deepEqual([row?.id, row?.text, row?.updated, row?.group], ['Zx3kYJ0wEe2aBfPq8vS1Tg', 'Changed', '2026-01-01T00:00:00Z', '__world__']);
    const [back] = planOf([read(text)]).added;
    assert.deepEqual({ ...back?.annotation, extra: undefined }, { ...changed, extra: undefined });
  });

  it('are exported as Markdown whatever they hold', () => {
    fc.assert(
      fc.property(MANY, (annotations) => {
        const text = exportAnnotations(exported(annotations), 'markdown');
        assert.equal(text.match(/^## /gmu)?.length, PAPERS.length + annotations.reduce((sum, { comment }) => sum + (comment.trim().match(/^## /gmu)?.length ?? 0), 0));
        annotations.forEach(({ comment }) => comment.trim().split('\n').forEach((line) => assert.ok(text.includes(line))));
      }),
      { seed: 20260109, numRuns: 200 },
    );
  });
});

describe('every reader of annotations', () => {
  for (const name of FIXTURES) {
    const text = fixture(name);
    const count = text.split('\n').length + 50;

    it(`takes what is left of ${name} when it is damaged`, () => {
      fc.assert(
        fc.property(fc.oneof(mutated(text), fc.string({ unit: 'binary' })), (damaged) => {
          const { annotations, documents, problems } = read(damaged);
          const known = new Set(documents.map(({ id }) => id));
          for (const { annotation, document, line } of annotations) {
            assert.ok(annotation.comment !== '' || annotation.target !== undefined || annotation.tags.length > 0);
            assert.ok(!Number.isNaN(Date.parse(annotation.created)));
            assert.ok(known.has(document) || annotation.replyTo !== undefined);
            assert.ok(line >= 1 && line <= count);
          }
          assert.ok(annotations.length + problems.length > 0);
        }),
        { seed: 20260109, numRuns: 300 },
      );
    });
  }

  it('takes fields of any kind', () => {
    const names = ['id', 'uri', 'user', 'text', 'tags', 'target', 'references', 'document', 'created', 'updated', 'type', 'body', 'motivation', 'creator', 'key', 'annotationType', 'annotationText', 'annotationComment', 'annotationColor', 'data', 'parentItem', 'itemType', 'items', 'first', 'lectern', 'lectern:version'];
    const value = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom<unknown>('Annotation', 'highlight', 'acct:a@b', 'annotation', [{ source: 'x', selector: [{ type: 'TextQuoteSelector', exact: null }] }], { type: 'AnnotationPage', items: [null] }));
    fc.assert(
      fc.property(fc.array(fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 12, noNullPrototype: true }), { maxLength: 4 }), (records) => {
        read(JSON.stringify(records));
      }),
      { seed: 20260109, numRuns: 1_000 },
    );
  });

  it('loses no other row when one is damaged', () => {
    const { rows } = JSON.parse(fixture('hypothesis-search')) as { rows: { id: string }[] };
    const texts = rows.slice(0, 4).map((row) => JSON.stringify(row));
    const whole = read(`[${texts.join(',\n')}]`).annotations;
    fc.assert(
      fc.property(fc.nat({ max: 3 }), fc.nat(), fc.integer({ min: 1, max: 3 }), (index, at, length) => {
        const text = texts[index] ?? '';
        const from = at % text.length;
        const damaged = text.slice(0, from) + text.slice(from + length);
        const found = new Set(read(`[${texts.map((one, other) => (other === index ? damaged : one)).join(',\n')}]`).annotations.map(({ annotation }) => annotation.id));
        whole.forEach(({ annotation }, other) => assert.ok(other === index || found.has(annotation.id), damaged));
      }),
      { seed: 20260109, numRuns: 300 },
    );
  });
});

it('words of other programs are found in the abstract, or left to the user', () => {
  const text = 'We propose FlashAttention, an IO-aware exact attention algorithm that uses tiling to reduce the number of memory reads/writes between GPU memories.';
  const target = (exact: string) => ({ exact, prefix: '', suffix: '' });
  const [found] = placeTargets([{ text, targets: [target('the number of memory\nreads/writes between GPU memories'), target('We benchmark on a single A100 and repeat it.')] }]);
  assert.equal(found?.[0]?.exact, 'the number of memory reads/writes between GPU memories');
  assert.deepEqual(found[0].position, { start: 92, end: 146 });
  assert.equal(found[1], null);
});
