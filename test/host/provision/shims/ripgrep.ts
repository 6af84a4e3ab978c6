/** Stands in for `@vscode/ripgrep`, whose binary is downloaded on installation; `@vscode/ripgrep-universal` ships it. */
import path from 'node:path';

export const rgPath = path.join(__dirname, '..', 'ripgrep-universal', 'bin', `${process.platform}-${process.arch}`, 'rg');
