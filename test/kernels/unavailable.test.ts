import { isSoftware } from '../../webview/gpu/adapter';
import { Gpu, openGpu } from '../../webview/gpu/gpu';
import { explainUnavailable, platformOf, type UnavailableKind } from '../../webview/gpu/unavailable';
import { deepEqual, equal, ok } from './page/assert';

const LINUX_CODE = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Code/1.100.0 Chrome/138.0.0.0 Electron/37.2.0 Safari/537.36';
const MAC_BROWSER = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15';
const WINDOWS_BROWSER = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/138.0.0.0 Safari/537.36';

describe('a page without a GPU', () => {
  it('knows where it runs', () => {
    deepEqual(platformOf(LINUX_CODE), { system: 'linux', desktop: true });
    deepEqual(platformOf(MAC_BROWSER), { system: 'mac', desktop: false });
    deepEqual(platformOf(WINDOWS_BROWSER), { system: 'windows', desktop: false });
  });

  for (const kind of ['insecure-context', 'no-webgpu', 'no-adapter', 'device-failed'] as const satisfies readonly UnavailableKind[]) {
    it(`says what to do about ${kind} on every platform`, () => {
      for (const userAgent of [LINUX_CODE, MAC_BROWSER, WINDOWS_BROWSER, '']) {
        const { reason, advice } = explainUnavailable(kind, platformOf(userAgent), 'detail');
        ok(reason.endsWith('.') && advice.length > 0 && advice.every((line) => line.endsWith('.')), `${reason} ${advice.join(' ')}`);
      }
    });
  }

  it('offers the browser before any switch on Linux, and never forces Vulkan', () => {
    const { advice } = explainUnavailable('no-adapter', platformOf(LINUX_CODE));
    ok((advice[0] ?? '').includes('browser'), advice[0] ?? '');
    ok(advice.every((line) => !/Vulkan/i.test(line)), 'no Vulkan switch');
  });

  for (const [kind, webgpu] of [
    ['no-webgpu', undefined],
    ['no-adapter', { requestAdapter: () => Promise.resolve(null) }],
    ['no-adapter', { requestAdapter: () => Promise.reject(new Error('blocked')) }],
    ['device-failed', { requestAdapter: () => Promise.resolve({ features: new Set(), limits: {}, requestDevice: () => Promise.reject(new Error('out of devices')) }) }],
  ] as const) {
    it(`opens nothing and gives the reason ${kind}`, async () => {
      Object.defineProperty(navigator, 'gpu', { value: webgpu, configurable: true });
      try {
        const found = await openGpu();
        ok(!(found instanceof Gpu), 'no device');
        equal(found.kind, kind);
        ok(kind !== 'device-failed' || found.reason.includes('out of devices'), found.reason);
      } finally {
        // Uncovers the browser's own property again.
        Reflect.deleteProperty(navigator, 'gpu');
      }
    });
  }

  it('recognises software adapters by what they call themselves', () => {
    const named = (some: object): boolean => isSoftware({ vendor: '', architecture: '', device: '', description: '', ...some });
    for (const some of [{ isFallbackAdapter: true }, { architecture: 'swiftshader' }, { description: 'llvmpipe (LLVM 15)' }, { description: 'Microsoft Basic Render Driver' }, { device: 'WARP' }]) {
      equal(named(some), true, JSON.stringify(some));
    }
    for (const some of [{ vendor: 'nvidia' }, { description: 'Warpdrive 3000' }]) equal(named(some), false, JSON.stringify(some));
  });
});
