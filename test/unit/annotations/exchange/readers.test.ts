import assert from 'node:assert/strict';
import { asImported, importedRecord } from '../../../../src/core/annotations/exchange/imported-record';
import { LARGEST_ANNOTATIONS_FILE, MOST_ANNOTATIONS } from '../../../../src/core/annotations/exchange/exchange-limits';
import { nearestColour } from '../../../../src/core/annotations/exchange/nearest-colour';
import { readAnnotations } from '../../../../src/core/annotations/exchange/read-annotations';
import { isAnnotationId } from '../../../../src/core/annotations/annotation-id';
import { fixture, NOW, read, words } from './fixtures';

describe('a file of Hypothesis', () => {
  const { annotations, documents, problems } = read(fixture('hypothesis-search'));

  it('gives quotations, comments, tags, people and times', () => {
    assert.deepEqual(annotations.map(words), [
      'the number of memory reads/writes\nbetween GPU high bandwidth memory | Is this counted on *one* GPU?',
      'On one, see section 4.',
      'We benchmark on a single A100 and repeat every run fifteen times.',
      'compost | Nothing to do with papers',
    ]);
    const [first] = annotations;
    assert.deepEqual(first?.annotation.tags, ['IO', 'memory']);
    assert.equal(first.annotation.creator, 'Ada Palmer');
    assert.equal(first.annotation.created, '2025-11-02T09:15:22.104512+00:00');
    assert.equal(first.annotation.modified, '2025-11-02T09:20:03.882113+00:00');
    assert.equal(first.annotation.target?.position, undefined);
  });

  it('knows the paper by its address, whatever the version and the form', () => {
    assert.deepEqual(annotations.map(({ document }) => document), ['arxiv:2205.14135', 'arxiv:2205.14135', 'arxiv:2205.14135', 'https://example.org/essays/gardening']);
    assert.equal(documents.find(({ id }) => id.startsWith('arxiv'))?.title, 'FlashAttention: Fast and Memory-Efficient Exact Attention with IO-Awareness');
  });

  it('puts replies into their thread', () => {
    assert.equal(annotations[1]?.annotation.replyTo, annotations[0]?.annotation.id);
  });

  it('keeps every field of a row', () => {
    const rows = (JSON.parse(fixture('hypothesis-search')) as { rows: unknown[] }).rows;
    annotations.forEach(({ annotation }, at) => assert.deepEqual(importedRecord(annotation, 'hypothesis'), rows[at]));
  });

  it('rejects a row without words, with its place', () => {
    assert.deepEqual(problems.map(({ number, severity, reason }) => [number, severity, reason]), [[5, 'rejected', 'It has neither words of its own nor a quotation.']]);
    assert.ok((problems[0]?.line ?? 0) > 100);
  });

  it('is read from a list of rows and from a single one too', () => {
    const { rows } = JSON.parse(fixture('hypothesis-search')) as { rows: unknown[] };
    assert.deepEqual(read(JSON.stringify(rows)).annotations.map(words), annotations.map(words));
    assert.deepEqual(read(JSON.stringify(rows[0])).annotations.map(words), annotations.slice(0, 1).map(words));
  });

  it('gives the same ids whenever it is read', () => {
    const ids = (text: string) => read(text).annotations.map(({ annotation }) => annotation.id);
    assert.deepEqual(ids(fixture('hypothesis-search')), annotations.map(({ annotation }) => annotation.id));
    assert.ok(annotations.every(({ annotation }) => isAnnotationId(annotation.id)));
  });
});

describe('a file of Zotero', () => {
  it('of the web API gives annotations of the work that their file belongs to', () => {
    const { annotations, documents, problems } = read(fixture('zotero-web-api'));
    assert.deepEqual(documents.map(({ id }) => id), ['arxiv:2205.14135']);
    assert.deepEqual(annotations.map((one) => [words(one), one.annotation.colour]), [
      ['Transformers are slow and memory-hungry on long sequences | The motivation', 'green'],
      ['approximate attention methods have attempted', 'purple'],
      ['Compare with the follow-up', 'yellow'],
      ['The tiling figure', 'blue'],
    ]);
    assert.deepEqual(annotations[0]?.annotation.tags, ['motivation']);
    assert.deepEqual(problems.map(({ severity, reason }) => `${severity}: ${reason}`), [
      'warning: Of a picture only the comment is kept, as a remark on the paper.',
      'rejected: It is a drawing without a comment. Lectern keeps words.',
    ]);
  });

  it('of the reader and of notes is read too, and what names no work is not guessed', () => {
    const { annotations, documents, problems } = read(fixture('zotero-reader'));
    assert.deepEqual(problems, []);
    assert.deepEqual(annotations.map(words), ['IO-aware exact attention algorithm', 'quadratic in sequence length']);
    assert.deepEqual(documents.map(({ id }) => id), ['zotero', 'arxiv:2205.14135']);
    assert.deepEqual(annotations.map(({ annotation }) => annotation.creator), ['Ada', undefined]);
  });

  it('with annotations inside their items is read too', () => {
    const item = { itemType: 'journalArticle', key: 'W', title: 'Tiles', DOI: '10.1145/3292500.3330701', attachments: [{ itemType: 'attachment', annotations: [{ key: 'A', annotationType: 'highlight', annotationText: 'tiles pay' }] }] };
    const { annotations, documents } = read(JSON.stringify({ config: {}, items: [item] }));
    assert.deepEqual(annotations.map(words), ['tiles pay']);
    assert.deepEqual(documents.map(({ doi }) => doi), ['10.1145/3292500.3330701']);
  });
});

describe('a file of the W3C model', () => {
  const { annotations, documents, problems } = read(fixture('w3c-foreign'));

  it('gives quotations, also those that refine another selector, and bodies of all kinds', () => {
    assert.deepEqual(annotations.map(words), [
      'IO-aware exact attention algorithm that uses tiling | How exact is exact?',
      'Bitwise, up to the order of sums.',
      '<https://example.org/review.html>',
    ]);
    const [first, reply] = annotations;
    assert.deepEqual([first?.annotation.kind, first?.annotation.tags, first?.annotation.creator], ['question', ['exactness'], 'Grace']);
    assert.equal(reply?.annotation.replyTo, first?.annotation.id);
    assert.equal(reply?.document, first?.document);
    assert.equal(reply?.annotation.created, '2025-09-03T00:00:00Z');
    assert.deepEqual(documents.map(({ id }) => id), ['arxiv:2205.14135']);
  });

  it('rejects what has no words', () => {
    assert.deepEqual(problems.map(({ number, reason }) => [number, reason]), [[4, 'It has neither words of its own nor a quotation.']]);
  });
});

describe('any file of annotations', () => {
  it('that is none says what can be imported', () => {
    for (const text of ['', '[]', '{}', 'Hello', '{"a":1}', '[1,2]']) {
      const { annotations, problems } = read(text);
      assert.deepEqual(annotations, []);
      assert.match(problems.map(({ reason }) => reason).join(' '), /Hypothesis JSON|could not be read/u, text);
    }
    assert.match(readAnnotations(new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d]), NOW).problems[0]?.reason ?? '', /^This looks like a PDF/u);
  });

  it('that is too large is not read', () => {
    const { problems } = readAnnotations(new Uint8Array(LARGEST_ANNOTATIONS_FILE + 1), NOW);
    assert.match(problems[0]?.reason ?? '', /51 MB; the most that is read at once is 50 MB/u);
  });

  it('with too many annotations gives the first ones and says so', () => {
    const rows = Array.from({ length: MOST_ANNOTATIONS + 1 }, (_, at) => ({ id: `row-${at}`, uri: 'https://arxiv.org/abs/2205.14135', user: 'acct:a@b', text: 'x' }));
    const { annotations, problems } = read(JSON.stringify(rows));
    assert.equal(annotations.length, MOST_ANNOTATIONS);
    assert.match(problems.map(({ reason }) => reason).join(), /more than 50000 annotations/u);
  });

  it('may mix forms, and of one annotation the newest record counts', () => {
    const row = (updated: string, text: string) => ({ id: 'one', uri: 'https://arxiv.org/abs/2205.14135', user: 'acct:a@b', text, updated });
    const mixed = [row('2025-01-02T00:00:00Z', 'newer'), row('2025-01-01T00:00:00Z', 'older'), ...(JSON.parse(fixture('zotero-reader')) as unknown[])];
    assert.deepEqual(read(JSON.stringify(mixed)).annotations.map(words), ['newer', 'IO-aware exact attention algorithm', 'quadratic in sequence length']);
  });
});

describe('a colour', () => {
  it('is the one of ours that looks most like it', () => {
    const palette = ['#ffd400', '#ff6666', '#5fb236', '#2ea8e5', '#a28ae5', '#e56eee', '#f19837', '#aaaaaa', '#00FF00', '#0000ff80'];
    assert.deepEqual(palette.map(nearestColour), ['yellow', 'red', 'green', 'blue', 'purple', 'purple', 'red', 'grey', 'green', 'blue']);
    assert.equal(nearestColour('yellow'), undefined);
  });
});

it('an imported annotation says what its program said last', () => {
  const [first] = read(fixture('hypothesis-search')).annotations;
  assert.ok(first);
  const changed = { ...first.annotation, paper: 'flashattention', comment: 'Mine', modified: NOW };
  assert.equal(asImported(changed).comment, 'Is this counted on *one* GPU?');
  assert.equal(asImported(changed).modified, '2025-11-02T09:20:03.882113+00:00');
});
