import assert from 'node:assert/strict';
import { isOutside } from '../../ui/requests';

describe('the watch over requests', () => {
  for (const address of [
    'http://127.0.0.1:4000/static/out/workbench.js',
    'ws://localhost:4000/',
    'http://[::1]:80/',
    'data:image/png;base64,AA==',
    'blob:http://127.0.0.1:4000/1',
    'vscode-webview://abc/index.html',
  ]) {
    it(`lets ${address} pass`, () => assert.equal(isOutside(address), false));
  }

  for (const address of ['https://open-vsx.org/api', 'http://127.0.0.1.example.org/', 'wss://example.org/', 'http://192.168.0.1/', 'ftp://localhost.example/']) {
    it(`catches ${address}`, () => assert.equal(isOutside(address), true));
  }
});
