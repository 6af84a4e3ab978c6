import * as vscode from 'vscode';

/**
 * The host's end of the messages with a page. Types do not check data, so what a page sends goes
 * through a validator first; what it rejects is logged and ignored.
 */
export class HostChannel<Out, In> {
  constructor(
    private readonly webview: vscode.Webview,
    private readonly parse: (message: unknown) => In | undefined,
  ) {}

  send(message: Out): void {
    void this.webview.postMessage(message);
  }

  /** @param onInvalid called with the reason when a page sends what the protocol does not know */
  listen(onMessage: (message: In) => void, onInvalid: (reason: string) => void): vscode.Disposable {
    return this.webview.onDidReceiveMessage((message: unknown) => {
      const parsed = this.parse(message);
      if (parsed === undefined) {
        onInvalid(vscode.l10n.t('A page sent a message that is not in its protocol. It was ignored.'));
      } else {
        onMessage(parsed);
      }
    });
  }
}
