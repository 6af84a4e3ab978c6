/** 500 KB as esbuild counts them. */
const BUNDLE_BYTES = 500 * 1024;

/** Bytes that the bundles of the extension may have at most, minified. A package with more is refused. */
export const BUNDLE_BUDGETS: Readonly<Record<string, number>> = { 'dist/extension.js': BUNDLE_BYTES, 'dist/extension.web.js': BUNDLE_BYTES };
