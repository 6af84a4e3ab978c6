import assert from 'node:assert/strict';
import { leanDependencies } from '../../host/provision/dependencies';
import { explainNpmFailure } from '../../host/provision/npm';

describe('the dependencies of the lean server', () => {
  it('are pinned as the release pinned them', () => {
    const lean = leanDependencies({ version: '1.0.0', dependencies: { ws: '^8.0.0' } }, { 'node_modules/ws': { version: '8.19.0' } }, 'linux-x64');
    assert.deepEqual(lean, { ws: '8.19.0' });
  });

  it('leave out what would have to be compiled', () => {
    const native = { kerberos: '2.1.1', 'node-pty': '^1.0.0', '@vscode/spdlog': '^0.15.0', '@vscode/sqlite3': '5.1.12' };
    assert.deepEqual(leanDependencies({ version: '1.0.0', dependencies: native }, {}, 'linux-x64'), {});
  });

  it('lift a file watcher without prebuilt binaries to one that has them', () => {
    const lean = leanDependencies({ version: '1.0.0', dependencies: { '@parcel/watcher': '2.1.0' } }, {}, 'linux-arm64');
    assert.deepEqual(lean, { '@parcel/watcher': '2.5.1', '@parcel/watcher-linux-arm64-glibc': '2.5.1' });
  });

  it('take ripgrep from the package that ships it', () => {
    const lean = leanDependencies({ version: '1.0.0', dependencies: { '@vscode/ripgrep': '^1.15.9' } }, {}, 'darwin-arm64');
    assert.deepEqual(Object.keys(lean), ['@vscode/ripgrep-universal']);
  });
});

describe('a failed download', () => {
  it('names the network when the registry does not answer', () => {
    const message = explainNpmFailure('VS Code 1.0.0', 'npm error code EAI_AGAIN\nnpm error request to https://registry.example failed');
    assert.match(message, /VS Code 1\.0\.0: the npm registry did not answer \(EAI_AGAIN\)/);
    assert.match(message, /run the same command again/);
  });

  it('names the registry when it lacks the package', () => {
    assert.match(explainNpmFailure('x@1', 'npm error code E404'), /this npm registry does not have it/);
  });

  it('shows what npm said when the reason is another', () => {
    assert.match(explainNpmFailure('x@1', 'npm error ENOSPC: no space left on device'), /no space left on device/);
  });
});
