import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

interface Printed {
  readonly format: string | null;
  readonly date: string | null;
  readonly papers: readonly { readonly title: string }[];
  readonly problems: readonly { readonly line: number; readonly reason: string; readonly severity: string }[];
  readonly counts: Readonly<Record<'new' | 'changed' | 'duplicate' | 'rejected', number>>;
}

describe('npm run try:import', function () {
  this.timeout(60_000);
  let folder = '';

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'lectern-try-import-'));
  });

  after(() => {
    rmSync(folder, { recursive: true });
  });

  function tryImport(file: string): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
    return spawnSync(process.execPath, ['test/ts.mjs', 'test/host/try-import.ts', file], { encoding: 'utf8' });
  }

  it('prints the preview of a file as JSON, whatever the file is called', () => {
    const file = path.join(folder, 'answer.txt');
    writeFileSync(file, JSON.stringify([
      { paper: { id: '2603.00001', title: 'A Title of Ours', summary: 'S' }, publishedAt: '2026-03-10T03:09:07.772Z' },
      { paper: { id: '2603.00002' } },
    ]));
    const { status, stdout } = tryImport(file);
    const { format, date, papers, problems, counts } = JSON.parse(stdout) as Printed;
    assert.deepEqual([status, format, date, papers.map(({ title }) => title)], [0, 'daily-papers-api', '2026-03-10', ['A Title of Ours']]);
    assert.deepEqual(problems, [{ line: 1, reason: 'A record (2603.00002) has no title. It was left out.', severity: 'rejected' }]);
    assert.deepEqual(counts, { new: 1, changed: 0, duplicate: 0, rejected: 1 });
  });

  it('says of the bundled digest that it is there already', () => {
    const { counts } = JSON.parse(tryImport('media/digest/daily-papers-2026-01-09.txt').stdout) as Printed;
    assert.deepEqual(counts, { new: 0, changed: 0, duplicate: 42, rejected: 0 });
  });

  it('refuses a file of 200 MB without reading it', () => {
    const file = path.join(folder, 'large.json');
    writeFileSync(file, '');
    truncateSync(file, 200 * 1024 * 1024);
    const { status, stdout } = tryImport(file);
    const { format, problems } = JSON.parse(stdout) as Printed;
    assert.deepEqual([status, format, problems.map(({ reason }) => reason)], [0, null, ['large.json is 200 MB; the most that is read at once is 64 MB; split it.']]);
  });

  it('says plainly that there is no such file', () => {
    const { status, stdout, stderr } = tryImport(path.join(folder, 'none.json'));
    assert.deepEqual([status, stdout], [1, '']);
    assert.match(stderr, /none\.json cannot be read: there is no such file\.\n$/u);
  });
});
