import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A folder of this test's own, for as long as it runs. */
export function temporaryFolder(): () => string {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'lectern-disk-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  return () => folder;
}
