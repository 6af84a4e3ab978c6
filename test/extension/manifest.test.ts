import assert from 'node:assert/strict';
import * as vscode from 'vscode';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>>;
    readonly keybindings: readonly { readonly command: string; readonly when?: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly markdownDescription?: string; readonly default?: unknown }>> };
  };
}

describe('the manifest', () => {
  let manifest: Manifest;

  before(async () => {
    const extension = vscode.extensions.getExtension('lectern.lectern');
    assert.ok(extension, 'the extension is installed');
    await extension.activate();
    manifest = extension.packageJSON as Manifest;
  });

  it('registers every command it contributes, and no other', async () => {
    const registered = (await vscode.commands.getCommands(true)).filter(
      (id) => id.startsWith('lectern.') && !/\.(focus|open|resetViewLocation|removeView|toggleVisibility)$/.test(id),
    );
    const contributed = manifest.contributes.commands.map(({ command }) => command);
    assert.deepEqual([...registered].sort(), [...contributed].sort());
  });

  it('puts only its own commands into menus and key bindings', () => {
    const contributed = new Set(manifest.contributes.commands.map(({ command }) => command));
    const used = [...Object.values(manifest.contributes.menus).flat(), ...manifest.contributes.keybindings];
    assert.deepEqual(used.filter(({ command }) => !contributed.has(command)), []);
  });

  it('guards every key binding with a context', () => {
    assert.deepEqual(manifest.contributes.keybindings.filter(({ when }) => !when), []);
  });

  it('describes every setting and gives it a default', () => {
    for (const [id, setting] of Object.entries(manifest.contributes.configuration.properties)) {
      assert.ok(setting.markdownDescription, `${id} has a description`);
      assert.notEqual(setting.default, undefined, `${id} has a default`);
    }
  });
});
