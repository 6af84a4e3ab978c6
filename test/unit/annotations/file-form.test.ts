import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Annotation } from '../../../src/core/annotations/annotation';
import { decodeAnnotation } from '../../../src/core/annotations/decode-annotation';
import { encodeAnnotation } from '../../../src/core/annotations/encode-annotation';
import { annotation, ANY_ANNOTATION } from './arbitrary';

function decoded(text: string): Annotation {
  const read = decodeAnnotation(text);
  assert.ok(read.ok, read.ok ? '' : read.problem);
  return read.annotation;
}

function problemOf(json: unknown): string {
  const read = decodeAnnotation(typeof json === 'string' ? json : JSON.stringify(json));
  assert.ok(!read.ok, 'it is refused');
  return read.problem;
}

const QUOTED = annotation({
  kind: 'question',
  colour: 'blue',
  tags: ['memory'],
  comment: 'Why *linear*?',
  target: { exact: 'linear', prefix: 'from quadratic to ', suffix: ' in sequence', position: { start: 18, end: 24 } },
  creator: 'Ada',
});

describe('the file of an annotation', () => {
  it('reads back as it was written, whatever it holds', () => {
    fc.assert(
      fc.property(ANY_ANNOTATION, (one) => {
        const text = encodeAnnotation(one);
        assert.deepEqual(decoded(text), one);
        assert.equal(encodeAnnotation(decoded(text)), text);
      }),
      { seed: 20260109, numRuns: 500 },
    );
  });

  it('is a Web Annotation with a quote and a position, a field a line', () => {
    const text = encodeAnnotation(QUOTED);
    assert.ok(text.endsWith('}\n'));
    assert.deepEqual(JSON.parse(text), {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: 'urn:uuid:0198c0de-0000-7000-8000-000000000001',
      type: 'Annotation',
      'lectern:version': 1,
      motivation: 'questioning',
      creator: { type: 'Person', name: 'Ada' },
      created: '2026-01-09T14:25:01+01:00',
      modified: '2026-01-09T14:25:01+01:00',
      body: [
        { type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value: 'Why *linear*?' },
        { type: 'TextualBody', purpose: 'classifying', value: 'question' },
        { type: 'TextualBody', purpose: 'tagging', value: 'memory' },
      ],
      target: {
        source: 'lectern:/papers/flashattention.md',
        selector: [
          { type: 'TextQuoteSelector', exact: 'linear', prefix: 'from quadratic to ', suffix: ' in sequence' },
          { type: 'TextPositionSelector', start: 18, end: 24 },
        ],
        styleClass: 'lectern-blue',
      },
    });
  });

  it('keeps what it does not know where it stood, through a change', () => {
    const json = JSON.parse(encodeAnnotation(QUOTED)) as Record<string, unknown> & { body: unknown[]; target: { selector: unknown[] }; creator: Record<string, unknown> };
    json['@context'] = ['http://www.w3.org/ns/anno.jsonld', { x: 'https://example.org/' }];
    json['rights'] = 'https://creativecommons.org/licenses/by/4.0/';
    json['lectern:resolved'] = 'perhaps';
    json['motivation'] = ['questioning', 'x:wondering'];
    json.creator['nickname'] = 'ada';
    json.body.push({ type: 'TextualBody', purpose: 'x:mood', value: 'good' });
    json.target.selector.push({ type: 'XPathSelector', value: '/p[1]' });
    const rewritten: unknown = JSON.parse(encodeAnnotation({ ...decoded(JSON.stringify(json)), comment: 'Other words' }));
    json.body[0] = { type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value: 'Other words' };
    assert.deepEqual(rewritten, json);
  });

  it('of a newer version is shown and not to be changed', () => {
    const newer = encodeAnnotation(QUOTED).replace('"lectern:version": 1', '"lectern:version": 2');
    const read = decodeAnnotation(newer);
    assert.ok(read.ok && read.readOnly);
    assert.equal(read.annotation.comment, 'Why *linear*?');
  });

  it('says what is wrong with it, and where', () => {
    const json = JSON.parse(encodeAnnotation(QUOTED)) as Record<string, unknown>;
    assert.match(problemOf('{"id": '), /^This is not JSON: /u);
    assert.match(problemOf({ ...json, created: 'yesterday' }), /At created: Expected a date and time/u);
    assert.match(problemOf({ ...json, id: '../../etc/passwd' }), /At id: Expected an address/u);
    assert.match(problemOf({ ...json, id: 'urn:uuid:../x' }), /At id: /u);
    assert.match(problemOf({ ...json, target: { source: 'https://example.org/' } }), /At target\.source: "https:\/\/example\.org\/" is no paper/u);
    assert.match(problemOf([1]), /At the whole|At id|At type/u);
  });

  it('never makes the reader of it throw', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        decodeAnnotation(text);
      }),
      { seed: 20260109 },
    );
    fc.assert(
      fc.property(ANY_ANNOTATION, fc.jsonValue(), fc.constantFrom('body', 'target', 'motivation', 'creator', 'modified', 'lectern:version'), (one, value, field) => {
        decodeAnnotation(JSON.stringify({ ...(JSON.parse(encodeAnnotation(one)) as object), [field]: value }));
      }),
      { seed: 20260109 },
    );
  });
});
