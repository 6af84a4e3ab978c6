import tseslint from 'typescript-eslint';

const NODE_BUILT_INS = { regex: '^node:', message: 'The same code runs in the browser: go through src/platform.' };
const VSCODE = { name: 'vscode', message: 'Only src/platform, src/features and src/extension.ts may import vscode.' };
const HOST = { regex: 'src/(platform|features)/|src/extension$', message: 'Of the host a page knows the protocol and the core, nothing else.' };
const TOOLKIT = { regex: '^@vscode/webview-ui-toolkit', message: 'Only webview/ui imports the toolkit, so that replacing it touches one folder.' };

/** Bans imports in a folder, each with the rule of the layout table that it would break. */
function layout(files, patterns, paths = []) {
  return { files, rules: { 'no-restricted-imports': ['error', { patterns, paths }] } };
}

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '.vscode-test/**', 'media/**'] },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // VS Code's API declares interfaces such as Disposable as classes and takes anything of their shape.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      eqeqeq: 'error',
      'max-lines': ['error', { max: 350, skipBlankLines: true }],
    },
  },
  { files: ['**/*.mjs', '**/*.cjs'], ...tseslint.configs.disableTypeChecked },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  {
    files: ['src/**', 'webview/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'].map((name) => ({ name, message: 'Only src/platform/http.ts touches the network: go through src/platform/network.ts.' })),
      ],
    },
  },
  { files: ['src/platform/http.ts'], rules: { 'no-restricted-globals': 'off' } },
  layout(
    ['src/core/**'],
    [NODE_BUILT_INS, { regex: '^(\\.\\./)+(protocol|platform|features|webview)(/|$)', message: 'The core imports only the core.' }],
    [VSCODE],
  ),
  layout(
    ['src/protocol/**'],
    [NODE_BUILT_INS, { regex: '^\\.\\./(platform|features)(/|$)', message: 'A protocol knows only types of the core.' }],
    [VSCODE],
  ),
  layout(['src/platform/**'], [NODE_BUILT_INS, { regex: '^\\.\\./features(/|$)', message: 'The platform knows no feature.' }]),
  layout(['start-worker', 'worker-port', 'disk-files', 'disk-lock'].map((name) => `src/platform/${name}.ts`), [{ regex: '^\\.\\./features(/|$)', message: 'The platform knows no feature.' }]),
  layout(
    ['src/features/*/**'],
    [NODE_BUILT_INS, { regex: '^\\.\\./(?!\\.\\./)', message: 'A feature never imports another feature: meet through a store or a command.' }],
  ),
  layout(['src/extension.ts'], [NODE_BUILT_INS]),
  layout(['src/worker.ts'], [NODE_BUILT_INS], [VSCODE]),
  layout(
    ['webview/reader/**', 'webview/lab/**'],
    [NODE_BUILT_INS, TOOLKIT, HOST, { regex: '^(\\.\\./)+(reader|lab)/', message: 'A page never imports another page.' }],
    [VSCODE],
  ),
  layout(
    ['webview/gpu/**', 'webview/plot/**'],
    [NODE_BUILT_INS, TOOLKIT, HOST, { regex: 'src/protocol/|/(lab|reader|ui|demos)/', message: 'The GPU and plot libraries know no page.' }],
    [VSCODE],
  ),
  layout(
    ['webview/demos/*/**'],
    [
      NODE_BUILT_INS,
      TOOLKIT,
      HOST,
      { regex: '^\\.\\./(?!\\.\\./)|src/protocol/|/(lab|reader|ui|plot)/', message: 'A demo imports the GPU library and its own folder.' },
    ],
    [VSCODE],
  ),
  layout(['webview/ui/**'], [NODE_BUILT_INS, HOST, { regex: '/(lab|reader)/', message: 'The widgets know no page.' }], [VSCODE]),
);
