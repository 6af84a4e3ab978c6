import path from 'node:path';

/** The repository: npm runs every script from there. */
export const ROOT = process.cwd();

/** Everything downloaded or written while developing and testing; ignored by git and safe to delete. */
export const CACHE = path.join(ROOT, '.vscode-test');

export const SAMPLE_SOURCE = path.join(ROOT, 'media', 'sample');
export const BUILT_TESTS = path.join(ROOT, 'dist', 'test');
export const SCREENSHOTS = path.join(CACHE, 'screenshots');

/** What the extension host calls to run the suites, as `node esbuild.mjs --tests` builds it. */
export const EXTENSION_TESTS = path.join(BUILT_TESTS, 'extension', 'index.js');
