import assert from 'node:assert/strict';
import { ReaderError } from '../../host/reader-error';
import { parseStartOptions } from '../../host/start-options';

describe('the arguments of npm start', () => {
  it('may be none', () => {
    assert.deepEqual(parseStartOptions([]), { web: false });
  });

  it('choose the browser, the port and the folder', () => {
    assert.deepEqual(parseStartOptions(['--web', '--port', '8080', '--workspace', 'papers']), { web: true, port: 8080, workspace: 'papers' });
  });

  for (const [what, args, message] of [
    ['an unknown flag', ['--prot', '1'], /'--prot'[^]*usage: npm start/],
    ['a flag without its value', ['--port'], /--port[^]*usage/],
    ['a port that is no number', ['--port', 'http'], /--port http: not a port number/],
    ['a port out of range', ['--port', '65536'], /--port 65536: not a port number/],
    ['a stray word', ['here'], /here[^]*usage/],
  ] as const) {
    it(`are refused with the usage for ${what}`, () => {
      assert.throws(() => parseStartOptions(args), (error: unknown) => error instanceof ReaderError && message.test(error.message));
    });
  }
});
