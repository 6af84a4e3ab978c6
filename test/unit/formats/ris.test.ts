import assert from 'node:assert/strict';
import { ris } from '../../../src/core/papers/formats/ris';
import { onlyPaper } from './reading';

function record(...lines: readonly string[]): string {
  return [...lines, ''].join('\r\n');
}

describe('a RIS bibliography', () => {
  it('gives every field, and keeps the other tags in their order', () => {
    const text = record(
      'TY  - CONF', 'AU  - Dao, Tri', 'A1  - King, Martin, Jr.', 'TI  - FlashAttention: Fast', 'AB  - First line', '  that goes on.', '', 'Second paragraph.',
      'PY  - 2022', 'DA  - 2022/05/27/', 'DO  - https://doi.org/10.1145/3292500.3330701', 'UR  - https://a.b/c', 'UR  - https://a.b/d', 'KW  - attention', 'KW  - GPU; kernels',
      'N1  - 12 pages', 'T2  - ICML', 'SP  - 1', 'EP  - 10', 'VL  - 39', 'M1  - arXiv:2205.14135', 'ID  - x1', 'ER  - ',
    );
    const digest = ris.read({ text, name: 'export.ris' });
    assert.deepEqual(digest.problems, []);
    assert.equal(digest.id, 'ris-export');
    assert.deepEqual(onlyPaper(digest), {
      title: 'FlashAttention: Fast',
      abstract: 'First line that goes on.\n\nSecond paragraph.',
      authors: ['Tri Dao', 'Martin King Jr.'],
      published: '2022-05-27',
      arxivId: '2205.14135',
      doi: '10.1145/3292500.3330701',
      keywords: ['attention', 'GPU', 'kernels'],
      venue: 'ICML',
      remark: '12 pages',
      url: 'https://a.b/c',
      extra: { ris: { type: 'CONF', tags: [['UR', 'https://a.b/d'], ['SP', '1'], ['EP', '10'], ['VL', '39'], ['ID', 'x1']] } },
    });
  });

  const dates: readonly (readonly [lines: readonly string[], published: string | undefined, year: number | undefined])[] = [
    [['PY  - 2022/05/27/'], '2022-05-27', undefined],
    [['PY  - 2022///'], undefined, 2022],
    [['Y1  - 2022/05//'], undefined, 2022],
    [['PY  - 2022', 'DA  - 27 May 2022'], '2022-05-27', undefined],
    [['DA  - 2022-05-27'], '2022-05-27', undefined],
    [['PY  - in press'], undefined, undefined],
  ];
  for (const [lines, published, year] of dates) {
    it(`is dated by ${lines.join(', ')}`, () => {
      const paper = onlyPaper(ris.read({ text: record('TY  - JOUR', 'TI  - T', ...lines, 'ER  - ') }));
      assert.deepEqual([paper.published, paper.year], [published, year]);
    });
  }

  it('with LF, CR or one blank in its tags is read alike', () => {
    const text = record('TY  - JOUR', 'TI  - T', 'AU  - Dao, Tri', 'ER  - ', '', 'TY  - JOUR', 'TI  - U', 'ER  - ');
    const { papers } = ris.read({ text });
    for (const other of [text.replaceAll('\r\n', '\n'), text.replaceAll('\r\n', '\r'), `\uFEFF${text.replaceAll('  - ', ' - ')}`, text.replaceAll('ER  - ', 'ER  -')]) {
      assert.deepEqual(ris.read({ text: other }).papers, papers);
    }
  });

  it('keeps keywords apart that stand on lines of their own under one tag', () => {
    assert.deepEqual(onlyPaper(ris.read({ text: record('TY  - JOUR', 'TI  - T', 'KW  - one', 'two words', 'three', 'ER  - ') })).keywords, ['one', 'two words', 'three']);
  });

  it('recovers what has no end, and reports what stands outside records', () => {
    const text = record('Exported today', 'by someone', 'TY  - JOUR', 'TI  - One', 'TY  - JOUR', 'TI  - Two', 'ER  - ', 'stray', 'TY  - JOUR', 'TI  - Three');
    const digest = ris.read({ text });
    assert.deepEqual(digest.papers.map(({ title }) => title), ['One', 'Two', 'Three']);
    assert.deepEqual(digest.lines, [3, 5, 9]);
    assert.deepEqual(digest.problems.map(({ line, severity }) => [line, severity]), [[1, 'warning'], [3, 'warning'], [8, 'warning'], [9, 'warning']]);
  });

  it('rejects a record without a title, with its line', () => {
    assert.deepEqual(ris.read({ text: record('TY  - JOUR', 'AU  - A', 'ER  - ') }).problems, [
      { line: 1, reason: 'This record has no title (“TI”). It was left out.', severity: 'rejected' },
    ]);
  });
});
