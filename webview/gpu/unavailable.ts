/** Where the page runs, as far as the advice depends on it. */
export interface Platform {
  readonly system: 'linux' | 'windows' | 'mac' | 'other';
  /** Inside desktop VS Code (Electron), where the user starts the program rather than the browser. */
  readonly desktop: boolean;
}

export type UnavailableKind = 'insecure-context' | 'no-webgpu' | 'no-adapter' | 'device-failed';

/** Why there is no usable GPU: a normal state, shown to the reader as it stands. */
export interface GpuUnavailable {
  readonly kind: UnavailableKind;
  /** One sentence: what is missing. */
  readonly reason: string;
  /** What the reader can do here, most promising first. */
  readonly advice: readonly string[];
}

export function platformOf(userAgent: string): Platform {
  const system = /Windows/i.test(userAgent)
    ? 'windows'
    : /Mac OS|Macintosh/i.test(userAgent)
      ? 'mac'
      : /Linux|X11|CrOS/i.test(userAgent)
        ? 'linux'
        : 'other';
  return { system, desktop: /Electron\//i.test(userAgent) };
}

/** @param detail what the browser said, when it said anything */
export function explainUnavailable(kind: UnavailableKind, platform: Platform, detail = ''): GpuUnavailable {
  return { kind, reason: reasonFor(kind, detail), advice: adviceFor(kind, platform) };
}

function reasonFor(kind: UnavailableKind, detail: string): string {
  switch (kind) {
    case 'insecure-context':
      return 'This page was loaded over an insecure connection, and browsers offer WebGPU only to secure pages.';
    case 'no-webgpu':
      return 'This browser does not offer WebGPU, or it is switched off.';
    case 'no-adapter':
      return 'WebGPU is there, but it found no graphics adapter that it may use.';
    case 'device-failed':
      return `The graphics adapter refused to open a device${detail === '' ? '' : `: ${detail}`}.`;
  }
}

function adviceFor(kind: UnavailableKind, platform: Platform): readonly string[] {
  switch (kind) {
    case 'insecure-context':
      return [
        'Open the page through https, or forward the port so that its address begins with http://localhost or http://127.0.0.1.',
      ];
    case 'no-webgpu':
      return platform.desktop
        ? [
            'Update VS Code; its built-in browser must be recent enough for WebGPU.',
            'Check that VS Code was not started with --disable-gpu and that “disable-hardware-acceleration” is not set in argv.json.',
            OPEN_IN_BROWSER,
          ]
        : ['Open the page in a current Chrome, Edge or another browser with WebGPU switched on.'];
    case 'no-adapter':
      return [...adapterAdvice(platform), VIRTUAL_MACHINE];
    case 'device-failed':
      return ['Close other programs that use the graphics card, then try again.', 'Update the graphics driver.'];
  }
}

const OPEN_IN_BROWSER = 'Open the same page in a browser with WebGPU.';
const VIRTUAL_MACHINE =
  'In a virtual machine or over a remote desktop the graphics card is often blocked; run the page on the machine in front of you.';

function adapterAdvice(platform: Platform): readonly string[] {
  if (!platform.desktop) {
    return platform.system === 'linux'
      ? [
          'Look at chrome://gpu: on Linux, WebGPU may need the flag chrome://flags/#enable-unsafe-webgpu, which can also give a software adapter.',
        ]
      : ['Update the graphics driver and the browser, and check that hardware acceleration is on.'];
  }
  return platform.system === 'linux'
    ? [
        OPEN_IN_BROWSER,
        // Forcing Vulkan is left out on purpose: under native Wayland it can leave VS Code without any window.
        'Or close VS Code and start it from a terminal with: code --enable-unsafe-webgpu (this may give a software adapter, slow but exact).',
      ]
    : ['Update the graphics driver, then restart VS Code.', OPEN_IN_BROWSER];
}
