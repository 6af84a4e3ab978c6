import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeWhole } from '../../host/provision/whole-folder';

describe('a folder that is whole or not there', () => {
  let parent: string;
  beforeEach(async () => {
    parent = await mkdtemp(path.join(tmpdir(), 'lectern-whole-'));
  });
  afterEach(() => rm(parent, { recursive: true, force: true }));

  const fillWith = (text: string) => (folder: string) => writeFile(path.join(folder, 'file'), text);

  it('is filled once and left alone afterwards', async () => {
    const folder = path.join(parent, 'server-1');
    await makeWhole(folder, 'server-', fillWith('first'));
    await makeWhole(folder, 'server-', fillWith('second'));
    assert.equal(await readFile(path.join(folder, 'file'), 'utf8'), 'first');
  });

  it('leaves nothing behind when filling it fails', async () => {
    const broken = makeWhole(path.join(parent, 'server-1'), 'server-', async (folder) => {
      await fillWith('half')(folder);
      throw new Error('interrupted');
    });
    await assert.rejects(broken, /interrupted/);
    assert.deepEqual(await readdir(parent), []);
  });

  it('replaces a folder that an interrupted program left half filled', async () => {
    const folder = path.join(parent, 'server-1');
    await mkdir(folder);
    await fillWith('half')(folder);
    await makeWhole(folder, 'server-', fillWith('whole'));
    assert.equal(await readFile(path.join(folder, 'file'), 'utf8'), 'whole');
  });

  it('takes the place of an earlier recipe and spares its neighbours', async () => {
    await makeWhole(path.join(parent, 'server-old'), 'server-', fillWith('old'));
    await makeWhole(path.join(parent, 'node-24'), 'node-', fillWith('node'));
    await makeWhole(path.join(parent, 'server-new'), 'server-', fillWith('new'));
    assert.deepEqual((await readdir(parent)).sort(), ['node-24', 'server-new']);
  });
});
