import * as vscode from 'vscode';
import { ReaderError } from './errors';

/** The Lectern output channel, and the one way errors reach the user. */
export class Log implements vscode.Disposable {
  private readonly channel = vscode.window.createOutputChannel('Lectern', { log: true });

  dispose(): void {
    this.channel.dispose();
  }

  show(): void {
    this.channel.show(true);
  }

  info(message: string): void {
    this.channel.info(message);
  }

  warn(message: string): void {
    this.channel.warn(message);
  }

  /** Logs the error and tells the user; cancelled work is neither. */
  report(error: unknown): void {
    if (error instanceof vscode.CancellationError) {
      return;
    }
    if (error instanceof ReaderError) {
      this.channel.warn(error.message);
      void vscode.window.showErrorMessage(error.message);
      return;
    }
    this.channel.error(error instanceof Error ? error : String(error));
    const openLog = vscode.l10n.t('Open Log');
    void vscode.window
      .showErrorMessage(vscode.l10n.t('Lectern ran into a fault of its own. The log has the details.'), openLog)
      .then((choice) => {
        if (choice === openLog) {
          this.show();
        }
      });
  }

  /** Runs work nobody awaits; a failure is reported. */
  run(work: () => Thenable<unknown>): void {
    void (async () => {
      try {
        await work();
      } catch (error) {
        this.report(error);
      }
    })();
  }
}
