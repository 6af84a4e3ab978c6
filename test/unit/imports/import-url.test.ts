import assert from 'node:assert/strict';
import { parseImportUrl } from '../../../src/features/imports/import-url';

describe('an address to import from', () => {
  for (const [typed, url, host] of [
    ['https://huggingface.co/papers', 'https://huggingface.co/papers', 'huggingface.co'],
    ['  https://rss.arxiv.org/rss/cs.CL+cs.LG \n', 'https://rss.arxiv.org/rss/cs.CL+cs.LG', 'rss.arxiv.org'],
    ['HTTPS://Example.org:8443/a.bib?year=2024#top', 'https://example.org:8443/a.bib?year=2024', 'example.org:8443'],
    ['https://bücher.example/x', 'https://xn--bcher-kva.example/x', 'xn--bcher-kva.example'],
  ] as const) {
    it(`may be ${JSON.stringify(typed)}, and names its host as it is asked`, () => {
      assert.deepEqual(parseImportUrl(typed), { url, host });
    });
  }

  for (const [typed, problem] of [
    ['', 'none'],
    ['papers', 'none'],
    ['https:', 'none'],
    ['https:example.org', 'none'],
    ['http://example.org/feed', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    ['javascript:alert(1)', 'scheme'],
    ['https://me:secret@example.org/', 'credentials'],
    ['https://example.org@other.example/', 'credentials'],
    [`https://example.org/${'x'.repeat(2100)}`, 'length'],
  ] as const) {
    it(`is not ${JSON.stringify(typed.slice(0, 40))} (${problem})`, () => {
      assert.deepEqual(parseImportUrl(typed), { problem });
    });
  }
});
