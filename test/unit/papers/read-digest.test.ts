import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { decodeText } from '../../../src/core/papers/decode-text';
import { LONGEST_PAGE, LONGEST_TEXT, MOST_LINES } from '../../../src/core/papers/import-limits';
import { isUnreadable, readDigest, readDigestOfBytes, tooLargeToRead } from '../../../src/core/papers/read-digest';
import { bundledDigest, bundledPage } from './pages';

describe('reading a digest', () => {
  it('recognises the bundled page by its content, under any name', () => {
    const { lines, papers, format, id } = readDigest({ text: bundledPage, name: 'references.bib' });
    assert.deepEqual([format, id, papers, lines], ['daily-papers-text', bundledDigest.id, bundledDigest.papers, bundledDigest.lines]);
  });

  for (const [name, text] of [['prose', 'It was a dark and stormy night.'], ['nothing', ' \n'], ['a program', 'const a = [1, 2, 3];'], ['other JSON', '{"name": "x", "version": "1.0.0"}'], ['endless brackets', '['.repeat(100_000)]] as const) {
    it(`says of ${name} what can be imported instead`, () => {
      const digest = readDigest({ text });
      assert.ok(isUnreadable(digest));
      assert.deepEqual(digest.problems.map(({ line, severity }) => [line, severity]), [[1, 'rejected']]);
      assert.match(digest.problems[0]?.reason ?? '', /What can be imported: .*Daily Papers/u);
    });
  }

  it("takes arXiv's error for an error, not for a feed with a paper of that title", () => {
    const text = `<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>https://arxiv.org/</id><title>arXiv Search Results</title>
<entry><id>https://arxiv.org/api/errors#incorrect_id_format_for_x1</id><title>Error</title>
<summary>incorrect id format for x1</summary><link href="https://arxiv.org/api/errors#incorrect_id_format_for_x1"/></entry></feed>`;
    const { format, papers, problems } = readDigest({ text });
    assert.deepEqual([format, papers], ['arxiv-atom', []]);
    assert.match(problems.map(({ reason }) => reason).join(), /incorrect id format for x1/u);
  });

  it('refuses a text that is too large before it is read', () => {
    const { problems } = readDigest({ text: ' '.repeat(LONGEST_TEXT + 1), name: 'big.json' });
    assert.match(problems[0]?.reason ?? '', /^big\.json is 64\.1 MB; the most that is read at once is 64 MB; split it\.$/u);
    assert.match(tooLargeToRead(200 * 1024 * 1024, {})?.problems[0]?.reason ?? '', /^The file is 200 MB/u);
    assert.equal(tooLargeToRead(1000, {}), undefined);
  });

  it('refuses pages that are longer than any list of papers', () => {
    const page = `<html><a href="/papers/2401.00001">A Title</a>${' '.repeat(LONGEST_PAGE)}`;
    assert.match(readDigest({ text: page }).problems[0]?.reason ?? '', /^The page is 16\.1 MB; the most that is read of one is 16 MB/u);
    const lines = `${bundledPage}${'\n'.repeat(MOST_LINES)}`;
    assert.match(readDigest({ text: lines }).problems[0]?.reason ?? '', /^The page has more than 2000000 lines/u);
  });

  it('gives up on a text of nothing but damaged records, and keeps what it had', () => {
    const { papers, problems } = readDigest({ text: '{"title": "T", "summary": "S", "upvotes": 1,\n'.repeat(20_000) });
    assert.equal(papers.length, 10_000);
    assert.ok(problems.some(({ reason }) => reason.includes('too damaged to look for more records')));
  });

  it('lists a thousand problems and counts the rest', () => {
    const { problems } = readDigest({ text: `[${'{"paper":{"id":"2401.00001"}},'.repeat(1500)}{"paper":{"title":"T"}}]` });
    assert.equal(problems.length, 1001);
    assert.match(problems.at(-1)?.reason ?? '', /^There are 50\d more problems/u);
  });

  it('reads bytes in the encodings that people have', () => {
    for (const bytes of [Buffer.from(bundledPage), Buffer.from(`\uFEFF${bundledPage}`), Buffer.from(`\uFEFF${bundledPage}`, 'utf16le'), Buffer.from(bundledPage, 'utf16le')]) {
      assert.deepEqual(readDigestOfBytes(bytes, {}).papers, bundledDigest.papers);
    }
  });

  it('tells where bytes could not be decoded', () => {
    const bytes = Buffer.concat([Buffer.from(bundledPage), Buffer.from([0x0a, 0x0a, 0xff])]);
    const { papers, problems } = readDigestOfBytes(bytes, {});
    assert.deepEqual(papers, bundledDigest.papers);
    assert.match(problems.at(-1)?.reason ?? '', /^One character could not be decoded/u);
    assert.equal(problems.at(-1)?.line, bundledPage.split('\n').length + 2);
  });
});

describe('decoding', () => {
  it('takes what is not UTF-8 for Windows-1252', () => {
    const decoded = decodeText(Buffer.from([0x93, 0x43, 0x61, 0x66, 0xe9, 0x94]));
    assert.deepEqual(decoded, { kind: 'text', text: '“Café”', encoding: 'windows-1252', damaged: 0 });
  });

  it('keeps replacement characters that the text has itself', () => {
    assert.deepEqual(decodeText(Buffer.from('a\uFFFDb')), { kind: 'text', text: 'a\uFFFDb', encoding: 'utf-8', damaged: 0 });
  });

  for (const [name, bytes, reason] of [
    ['a PDF', Buffer.from('%PDF-1.7 text'), /a PDF/u],
    ['a gzip archive', gzipSync('text'), /gzip archive.*Unpack it first/u],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), /PNG/u],
    ['an Office document', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14]), /Office/u],
    ['zeros', Buffer.alloc(64), /no text/u],
  ] as const) {
    it(`refuses ${name}, and says what it looks like`, () => {
      const decoded = decodeText(bytes);
      assert.match(decoded.kind === 'binary' ? decoded.reason : '', reason);
    });
  }
});
