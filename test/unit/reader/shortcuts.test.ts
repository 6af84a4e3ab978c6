import assert from 'node:assert/strict';
import { messageFor } from '../../../webview/reader/shortcut-message';
import { SHORTCUTS, ShortcutKeys, type KeyPress } from '../../../webview/reader/shortcuts';

function press(key: string, more: Partial<KeyPress> = {}): KeyPress {
  return { key, code: '', ctrlKey: false, metaKey: false, altKey: false, repeat: false, timeStamp: 0, ...more };
}

describe('single keys of the Reader', () => {
  it('each mean one thing', () => {
    const keys = SHORTCUTS.flatMap((shortcut) => shortcut.keys);
    assert.equal(new Set(keys).size, keys.length);
  });

  it('work in upper case, as with Caps Lock on', () => {
    assert.equal(new ShortcutKeys().press(press('r')), 'read');
    assert.equal(new ShortcutKeys().press(press('R')), 'read');
    assert.equal(new ShortcutKeys().press(press('?')), 'help');
  });

  it('work by place on a keyboard for another script', () => {
    assert.equal(new ShortcutKeys().press(press('к', { code: 'KeyR' })), 'read');
  });

  it('do nothing with a modifier, when held down, or without a meaning', () => {
    const keys = new ShortcutKeys();
    for (const other of [press('r', { ctrlKey: true }), press('r', { metaKey: true }), press('r', { altKey: true }), press('r', { repeat: true }), press('z'), press('Enter')]) {
      assert.equal(keys.press(other), undefined);
    }
  });

  it('leave the second key of a chord to VS Code', () => {
    const keys = new ShortcutKeys();
    keys.press(press('k', { ctrlKey: true, timeStamp: 1000 }));
    keys.press(press('Shift', { timeStamp: 1100 }));
    assert.equal(keys.press(press('r', { timeStamp: 1200 })), undefined);
    assert.equal(keys.press(press('r', { timeStamp: 1300 })), 'read');
  });

  it('come back when VS Code no longer waits for the second key', () => {
    const keys = new ShortcutKeys();
    keys.press(press('k', { metaKey: true, timeStamp: 1000 }));
    assert.equal(keys.press(press('r', { timeStamp: 7000 })), 'read');
  });
});

describe('what a key asks of the host', () => {
  const nothing = { notes: [], demos: [] };

  it('is the first note, or a new one where there is none', () => {
    assert.deepEqual(messageFor('note', nothing), { kind: 'newNote' });
    assert.deepEqual(messageFor('note', { ...nothing, notes: [{ uri: 'file:///n.md', title: 'N', path: 'n.md' }] }), { kind: 'openNote', uri: 'file:///n.md' });
  });

  it('is the first demo, and nothing where there is none', () => {
    assert.equal(messageFor('demo', nothing), undefined);
    assert.deepEqual(messageFor('demo', { ...nothing, demos: [{ slug: 'flash-attention', title: 'F', summary: '' }] }), { kind: 'runDemo', slug: 'flash-attention' });
  });

  it('is the status named', () => {
    assert.deepEqual(messageFor('reading', nothing), { kind: 'setStatus', status: 'reading' });
  });
});
