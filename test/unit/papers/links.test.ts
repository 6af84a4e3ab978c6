import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findLinks, repositoryOf } from '../../../src/core/papers/links';
import { bundledDigest } from './pages';

function only(text: string) {
  const links = findLinks(text);
  assert.equal(links.length, 1, JSON.stringify(links));
  const [link] = links;
  assert.ok(link);
  return link;
}

const urlsIn = (text: string) => findLinks(text).map((link) => link.url);

describe('links of the bundled abstracts', () => {
  const found = bundledDigest.papers.flatMap(({ abstract }) => findLinks(abstract).map((link) => ({ ...link, abstract })));

  it('are 12, of the kinds they are', () => {
    assert.deepEqual(
      found.map(({ kind, label }) => `${kind} ${label}`),
      [
        'repository QwenLM/Self-Lengthen',
        'repository hankyul2/ViewBatchModel',
        'repository hammoudhasan/curriculum_grpo',
        'project multimodal-documents.github.io',
        'model THU-KEG/LongWriter-Zero-32B',
        'documentation deepspeed.ai/…/ulysses-alst-sequence-pallellism',
        'file ArcticTraining: projects/sequence-parallelism/README.md',
        'repository THUDM/LongWriter',
        'repository Zoeyyao27/SirLLM',
        'repository NovaSky-AI/SkyThought',
        'project tianyuanzhang.com/…/ttt-done-right',
        'project egoschema.github.io',
      ],
    );
  });

  it('do not take in the full stop after six of the seven on GitHub', () => {
    const github = found.filter((link) => link.url.startsWith('https://github.com/'));
    assert.equal(github.length, 7);
    assert.equal(github.filter((link) => link.abstract[link.end] === '.').length, 6);
    assert.ok(found.every((link) => link.abstract.slice(link.start, link.end) === link.url));
  });
});

describe('the end of a link', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['see https://a.org/b.', ['https://a.org/b']],
    ['(https://a.org/b), and [https://a.org/c];', ['https://a.org/b', 'https://a.org/c']],
    ['https://en.wikipedia.org/wiki/Attention_(machine_learning) is', ['https://en.wikipedia.org/wiki/Attention_(machine_learning)']],
    ['(https://a.org/x_(y)).', ['https://a.org/x_(y)']],
    ['“https://a.org/b”! ‘https://a.org/c’? "https://a.org/d":', ['https://a.org/b', 'https://a.org/c', 'https://a.org/d']],
    ['[https://a.org/b](https://a.org/b)', ['https://a.org/b', 'https://a.org/b']],
    ['\\url{https://a.org/b} \\href{https://a.org/c}{here}', ['https://a.org/b', 'https://a.org/c']],
    ['https://a.org/b{https://a.org/b}.', ['https://a.org/b', 'https://a.org/b']],
    ['<a href="https://a.org/b">this', ['https://a.org/b']],
    ['见 https://a.org/b。谢谢', ['https://a.org/b']],
    ['https://a.org/b?x=1&y=2#z...', ['https://a.org/b?x=1&y=2#z']],
    ['**https://a.org/b**', ['https://a.org/b']],
    ['https://a.org/b(', ['https://a.org/b']],
    ['no link: www.a.org, a.org/b, ftp://a.org', []],
  ];
  for (const [text, urls] of cases) {
    it(`is right in ${text}`, () => assert.deepEqual(urlsIn(text), urls));
  }

  it('may lie behind an underscore that TeX escapes', () => {
    const text = 'at https://huggingface.co/owner/SDXL\\_NCP.';
    const link = only(text);
    assert.equal(link.url, 'https://huggingface.co/owner/SDXL_NCP');
    assert.equal(text.slice(link.start, link.end), 'https://huggingface.co/owner/SDXL\\_NCP');
  });

  it('is counted in UTF-16 units', () => {
    assert.equal(only('𝑥𝑥 https://a.org/b').start, 5);
  });
});

describe('the kind of a link', () => {
  const cases: readonly (readonly [url: string, kind: string, label: string])[] = [
    ['https://github.com/o/n.git', 'repository', 'o/n'],
    ['http://www.github.com/o/n/issues/3', 'repository', 'o/n'],
    ['https://github.com/o/n/tree/main', 'repository', 'o/n'],
    ['https://github.com/o/n/tree/main/src/x', 'file', 'n: src/x'],
    ['https://github.com/o', 'project', 'github.com/o'],
    ['https://github.com/topics/attention', 'project', 'github.com/topics/attention'],
    ['https://gitlab.com/group/sub/name', 'repository', 'group/sub/name'],
    ['https://gitlab.com/group/sub/name/-/blob/main/a/b.py', 'file', 'name: a/b.py'],
    ['https://codeberg.org/o/n/src/branch/main/a.c', 'file', 'n: a.c'],
    ['https://huggingface.co/datasets/o/n', 'dataset', 'o/n'],
    ['https://huggingface.co/o/n/tree/main', 'model', 'o/n'],
    ['https://huggingface.co/spaces/o/n', 'project', 'huggingface.co/spaces/o/n'],
    ['https://huggingface.co/docs/peft', 'documentation', 'huggingface.co/docs/peft'],
    ['https://docs.vllm.ai/en/latest', 'documentation', 'docs.vllm.ai/en/latest'],
    ['https://peft.readthedocs.io/', 'documentation', 'peft.readthedocs.io'],
    ['https://www.a.org/tutorials/b', 'documentation', 'a.org/tutorials/b'],
    ['https://github.com.evil.org/o/n', 'project', 'github.com.evil.org/o/n'],
    ['https://gіthub.com/o/n', 'project', 'xn--gthub-n2e.com/o/n'],
  ];
  for (const [url, kind, label] of cases) {
    it(`of ${url} is ${kind}`, () => assert.deepEqual([only(url).kind, only(url).label], [kind, label]));
  }

  it('has a short label for a long path', () => {
    const { label } = only(`https://github.com/o/n/blob/main/${'folder/'.repeat(20)}kernel.cu`);
    assert.equal(label, 'n: …/kernel.cu');
  });
});

describe('the repository of a link', () => {
  it('is found from any place inside it', () => {
    const expected = { cloneUrl: 'https://github.com/o/n.git', webUrl: 'https://github.com/o/n' };
    for (const url of ['https://github.com/o/n', 'http://www.github.com/o/n.git', 'https://github.com/o/n/blob/main/a/b.py#L10']) {
      assert.deepEqual(repositoryOf(only(url)), expected);
    }
  });

  it('does not exist for models, data sets and pages', () => {
    for (const url of ['https://huggingface.co/o/n', 'https://huggingface.co/datasets/o/n', 'https://a.org/o/n']) {
      assert.equal(repositoryOf(only(url)), undefined);
    }
  });
});

describe('a hostile text', () => {
  it('gives no links to anything but http and https', () => {
    assert.deepEqual(urlsIn('javascript:alert(1) data:text/html,x file:///etc/passwd vscode://x vbscript:x mailto:a@b.org'), []);
  });

  it('gives no links with credentials, without a host, or to a bare name', () => {
    assert.deepEqual(urlsIn('https://github.com@evil.org/o/n https://u:p@a.org/ https:///x http://localhost/x https://a%2eb.org/ http://'), []);
  });

  it('cannot hide where a link leads', () => {
    assert.deepEqual(urlsIn('https://a.org/\u202Egpj.exe https://a.org/\u0000b https://a.org\\@evil.org https://a.org/\u200Bb'), [
      'https://a.org/', 'https://a.org/', 'https://a.org', 'https://a.org/',
    ]);
  });

  it('gives no link that is longer than a browser takes', () => {
    assert.deepEqual(urlsIn(`https://a.org/${'x'.repeat(10_000)} https://a.org/b`), ['https://a.org/b']);
  });

  it('is read in linear time', () => {
    for (const text of ['https://'.repeat(50_000), `https://a.org/${'('.repeat(400_000)}`, `https://a.org/${'.'.repeat(400_000)}`, 'https://a.b '.repeat(50_000)]) {
      const started = performance.now();
      findLinks(text);
      assert.ok(performance.now() - started < 1_500);
    }
  });

  it('gives links in order, apart from each other, that are URLs at their place', () => {
    const piece = fc.oneof(fc.constantFrom('https://', 'http://a.org/', '(', ')', '[', ']', '.', ' ', '\\_', 'github.com/o/n', '@', '。'), fc.string({ unit: 'binary', maxLength: 6 }));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        let end = 0;
        for (const link of findLinks(text)) {
          assert.ok(link.start >= end && link.end > link.start && link.end <= text.length);
          assert.equal(text.slice(link.start, link.end).replace(/\\([_#%&~])/gu, '$1'), link.url);
          assert.match(link.url, /^https?:\/\/[^\s@]/iu);
          assert.match(new URL(link.url).protocol, /^https?:$/u);
          assert.ok(link.label.length > 0 && link.label.length <= 60);
          end = link.end;
        }
      }),
    );
  });
});
