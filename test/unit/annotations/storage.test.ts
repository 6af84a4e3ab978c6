import assert from 'node:assert/strict';
import type { Annotation } from '../../../src/core/annotations/annotation';
import { encodeAnnotation } from '../../../src/core/annotations/encode-annotation';
import { changeAnnotation } from '../../../src/core/annotations/merge-changes';
import { addFile, changeFile, removeFile, restoreFile, settleFile } from '../../../src/core/annotations/storage/change-file';
import { clearLeftovers } from '../../../src/core/annotations/storage/clear-leftovers';
import { FolderReader } from '../../../src/core/annotations/storage/folder-reader';
import type { PaperFolder } from '../../../src/core/annotations/storage/read-folder';
import { annotation } from './arbitrary';
import { MemoryFiles } from './memory-files';

const LATER = '2026-01-10T08:00:00+01:00';
const FIRST = annotation({ id: 'one', comment: 'As written' });
const PATH = 'flashattention/one.json';

describe('the files of annotations', () => {
  let files: MemoryFiles;
  let suffixes: number;

  beforeEach(async () => {
    files = new MemoryFiles();
    suffixes = 0;
    await addFile(files, FIRST);
  });

  const context = () => ({ files, modified: LATER, uniqueSuffix: () => `0000000${String(suffixes++)}` });
  const folder = (): Promise<PaperFolder> => new FolderReader(files).read('flashattention');
  const comments = async () => (await folder()).annotations.map((one) => one.annotation.comment);
  const byOtherWindow = (change: Partial<Annotation>) => files.texts.set(PATH, encodeAnnotation({ ...FIRST, ...change }));

  it('are one an annotation, in the folder of its paper', async () => {
    await addFile(files, annotation({ id: 'two', paper: 'hapo' }));
    assert.deepEqual([...files.texts.keys()], [PATH, 'hapo/two.json']);
    assert.deepEqual(await new FolderReader(files).papers(), ['flashattention', 'hapo']);
    assert.deepEqual((await folder()).annotations, [{ path: PATH, annotation: FIRST, readOnly: false }]);
  });

  it('never take the name of another', async () => {
    await assert.rejects(addFile(files, annotation({ id: 'one', comment: 'Mine' })), /There is an annotation of the name one already/u);
    assert.deepEqual(await comments(), ['As written']);
  });

  it('keep what another window changed of other fields', async () => {
    byOtherWindow({ tags: ['theirs'], extra: { via: 'x' } });
    const after = await changeFile(context(), PATH, FIRST, { comment: 'Mine' });
    assert.deepEqual((await folder()).annotations[0]?.annotation, after);
    assert.deepEqual(after, { ...FIRST, comment: 'Mine', tags: ['theirs'], extra: { via: 'x' }, modified: LATER });
  });

  it('keep both versions of a field that both windows changed, until one is chosen', async () => {
    byOtherWindow({ comment: 'Theirs' });
    await changeFile(context(), PATH, FIRST, { comment: 'Mine' });
    const { annotations, conflicts } = await folder();
    assert.equal(annotations.length, 1);
    assert.deepEqual([...files.texts.keys()], [PATH, 'flashattention/one.conflict-00000000.json']);
    const [conflict] = conflicts;
    assert.deepEqual([conflict?.here.comment, conflict?.other.comment], ['Theirs', 'Mine']);
    assert.ok(conflict);
    await settleFile(context(), PATH, conflict, conflict.other);
    assert.deepEqual([...files.texts.keys()], [PATH]);
    assert.deepEqual(await comments(), ['Mine']);
    assert.deepEqual((await folder()).conflicts, []);
  });

  it('keep a version that came after the choice was shown', async () => {
    byOtherWindow({ comment: 'Theirs' });
    await changeFile(context(), PATH, FIRST, { comment: 'Mine' });
    const [conflict] = (await folder()).conflicts;
    assert.ok(conflict);
    byOtherWindow({ comment: 'Later' });
    await settleFile(context(), PATH, conflict, conflict.other);
    const { annotations, conflicts } = await folder();
    assert.deepEqual([annotations[0]?.annotation.comment, conflicts.map(({ other }) => other.comment)], ['Later', ['Mine']]);
  });

  it('come back when one is changed that another window deleted', async () => {
    files.texts.delete(PATH);
    await changeFile(context(), PATH, FIRST, { comment: 'Still mine' });
    assert.deepEqual(await comments(), ['Still mine']);
  });

  it('are left as they are when they are broken, with the change beside them', async () => {
    files.texts.set(PATH, '{ "id": ');
    await changeFile(context(), PATH, FIRST, { comment: 'Mine' });
    assert.equal(files.texts.get(PATH), '{ "id": ');
    const { annotations, problems } = await folder();
    assert.deepEqual(annotations.map((one) => one.annotation.comment), ['Mine']);
    assert.match(problems[0]?.problem ?? '', /^This is not JSON/u);
    assert.equal(problems[0]?.path, PATH);
  });

  it('of a newer Lectern are not changed', async () => {
    const text = encodeAnnotation(FIRST).replace('"lectern:version": 1', '"lectern:version": 2');
    files.texts.set(PATH, text);
    assert.equal((await folder()).annotations[0]?.readOnly, true);
    await assert.rejects(changeFile(context(), PATH, FIRST, { comment: 'Mine' }), /A newer Lectern wrote this annotation/u);
    assert.equal(files.texts.get(PATH), text);
  });

  it('in which git left its marks give both versions, and the choice replaces them', async () => {
    const [ours, theirs] = ['Ours', 'Theirs'].map((comment) => encodeAnnotation({ ...FIRST, comment }).split('\n')) as [string[], string[]];
    const merged = ours.flatMap((line, place) => (line === theirs[place] ? [line] : ['<<<<<<< HEAD', line, '=======', theirs[place] ?? '', '>>>>>>> other']));
    files.texts.set(PATH, merged.join('\n'));
    const { annotations, conflicts, problems } = await folder();
    assert.equal(annotations.length, 1);
    assert.match(problems[0]?.problem ?? '', /A merge of git left two versions/u);
    const [conflict] = conflicts;
    assert.deepEqual([conflict?.here.comment, conflict?.other.comment], ['Ours', 'Theirs']);
    await assert.rejects(changeFile(context(), PATH, FIRST, { comment: 'Mine' }), /merge of git/u);
    assert.ok(conflict);
    await settleFile(context(), PATH, conflict, conflict.other);
    assert.equal(files.texts.get(PATH), encodeAnnotation({ ...FIRST, comment: 'Theirs' }));
  });

  it('that a merge changed in their time alone are no conflict', async () => {
    const [early, late] = [FIRST, changeAnnotation({ ...FIRST, comment: '' }, { comment: 'As written' }, LATER)].map(encodeAnnotation) as [string, string];
    files.texts.set(PATH, `<<<<<<< HEAD\n${early}=======\n${late}>>>>>>> other\n`);
    const { annotations, conflicts, problems } = await folder();
    assert.deepEqual([annotations[0]?.annotation.modified, conflicts, problems], [LATER, [], []]);
  });

  it('that somebody copied under another name are one while they say the same', async () => {
    files.texts.set('flashattention/one copy.json', encodeAnnotation(FIRST));
    assert.deepEqual(await comments(), ['As written']);
    assert.deepEqual((await folder()).conflicts, []);
  });

  it('in the folder of another paper are told of', async () => {
    files.texts.set('hapo/one.json', encodeAnnotation(FIRST));
    const { annotations, problems } = await new FolderReader(files).read('hapo');
    assert.deepEqual(annotations, []);
    assert.match(problems[0]?.problem ?? '', /about the paper "flashattention"\. Move its file/u);
  });

  it('are deleted with their conflicts, and come back as they were', async () => {
    byOtherWindow({ comment: 'Theirs' });
    await changeFile(context(), PATH, FIRST, { comment: 'Mine' });
    const before = new Map(files.texts);
    const removed = await removeFile(files, PATH, FIRST);
    assert.deepEqual([...files.texts.keys()], []);
    for (const file of removed) {
      await restoreFile(context(), file);
    }
    assert.deepEqual(files.texts, before);
  });

  it('come back beside what took their name meanwhile', async () => {
    const [removed] = await removeFile(files, PATH, FIRST);
    byOtherWindow({ comment: 'Theirs' });
    assert.ok(removed);
    await restoreFile(context(), removed);
    const { conflicts } = await folder();
    assert.deepEqual(conflicts.map(({ here, other }) => [here.comment, other.comment]), [['Theirs', 'As written']]);
  });

  it('that a stopped write left are not read, and go once they are old', async () => {
    const left = ['flashattention/one.json.0123abcd.tmp', 'flashattention/one.json.lock'];
    left.forEach((path) => files.texts.set(path, '{'));
    assert.deepEqual((await folder()).problems, []);
    await clearLeftovers(files, 60_000);
    assert.equal(files.texts.size, 3);
    await clearLeftovers(files, 60 * 60 * 1000 + 1);
    assert.deepEqual([...files.texts.keys()], [PATH]);
  });

  it('are read once, until they are forgotten', async () => {
    const reader = new FolderReader(files);
    await reader.read('flashattention');
    byOtherWindow({ comment: 'Theirs' });
    assert.equal((await reader.read('flashattention')).annotations[0]?.annotation.comment, 'As written');
    reader.forget(PATH);
    assert.equal((await reader.read('flashattention')).annotations[0]?.annotation.comment, 'Theirs');
  });
});
