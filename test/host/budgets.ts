/** Most bytes of the bundles that VS Code evaluates when it activates the extension, minified. */
export const BUNDLE_BUDGETS: Readonly<Record<string, number>> = { 'dist/extension.js': 500_000, 'dist/extension.web.js': 500_000 };
