import * as vscode from 'vscode';

/** A browser page of ours, by its folder in `webview/`. */
export type PageName = 'reader' | 'lab' | 'claims';

/** What every page may load: our own built files, nothing remote, no inline script, no inline style. */
export function pageOptions(extensionUri: vscode.Uri): vscode.WebviewOptions {
  return { enableScripts: true, localResourceRoots: [vscode.Uri.joinPath(extensionUri, 'dist', 'webview')] };
}

/** The code and the style of a page as text, its icons included. */
export interface PageText {
  readonly script: string;
  readonly style: string;
}

/**
 * The whole HTML of a page. Data never goes in here: the page gets it by message.
 *
 * @param title for screen readers and the page itself, plain text
 * @param text goes in here, so that the page paints without fetching anything: through VS Code that takes longer than all else.
 * Without it the page fetches its files
 */
export function pageHtml(webview: vscode.Webview, extensionUri: vscode.Uri, page: PageName, title: string, text?: PageText): string {
  const folder = webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', 'webview')).toString();
  const asset = (file: string) => `${folder}/${file}`;
  const nonce = randomNonce();
  // One of its own, since any script on the page can read it: the UI toolkit does, for a style element.
  const styleNonce = randomNonce();
  const links = ['codicon.css', `${page}.css`].map((file) => `<link rel="stylesheet" href="${asset(file)}">`).join('\n');
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource} 'nonce-${styleNonce}'`,
    `font-src ${webview.cspSource}`,
    `img-src ${webview.cspSource} data: blob:`,
    `worker-src blob:`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escapeHtml(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta property="csp-nonce" content="${styleNonce}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
${text ? `<style nonce="${styleNonce}">${text.style.replaceAll('./codicon.ttf', asset('codicon.ttf'))}</style>` : links}
</head>
<body>
<main id="page" data-files="${folder}"></main>
<script type="module" nonce="${nonce}"${text ? `>${inlineScript(text.script)}` : ` src="${asset(`${page}.js`)}">`}</script>
</body>
</html>`;
}

/** HTML would read on behind the end of a script that has the begin of an HTML comment in a string; esbuild sees to `</script` alone. */
function inlineScript(script: string): string {
  return script.replaceAll('<!--', '\\x3c!--');
}

function randomNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(18)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
