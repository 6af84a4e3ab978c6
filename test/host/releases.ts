/** A VS Code that the tests run in: code-server's build of it, which the npm registry has. */
export interface Release {
  readonly name: 'newest' | 'oldest';
  readonly codeServer: string;
  readonly vscode: string;
  /** Node major its server needs; another one fails to start or hangs. */
  readonly nodeMajor: number;
  /** A dark, a light and a high contrast theme by the ids this release knows. */
  readonly themes: Readonly<Record<ThemeKind, string>>;
}

export const THEME_KINDS = ['light', 'dark', 'high-contrast', 'high-contrast-light'] as const;
export type ThemeKind = (typeof THEME_KINDS)[number];

/** Those of which the walks take pictures. */
export const PICTURED_THEMES: readonly ThemeKind[] = ['light', 'dark', 'high-contrast'];

export const NEWEST: Release = {
  name: 'newest',
  codeServer: '4.139.1',
  vscode: '1.139.1',
  nodeMajor: 24,
  themes: { light: 'Light 2026', dark: 'Dark 2026', 'high-contrast': 'Default High Contrast', 'high-contrast-light': 'Default High Contrast Light' },
};

/** The release that `engines.vscode` in package.json promises. The registry has no build of 1.97, 1.98, 1.95 or 1.94. */
export const OLDEST: Release = {
  name: 'oldest',
  codeServer: '4.96.4',
  vscode: '1.96.4',
  nodeMajor: 20,
  themes: { light: 'Default Light Modern', dark: 'Default Dark Modern', 'high-contrast': 'Default High Contrast', 'high-contrast-light': 'Default High Contrast Light' },
};
