import * as vscode from 'vscode';
import { READING_WIDTHS, type ReaderLook, type TextStep } from '../../protocol/reader-around';

const SECTION = 'lectern.reader';
const USUAL = 100;
const SMALLEST = 70;
const LARGEST = 250;
const STEP = 10;

/** The settings as they can be used: a hand may have written anything. */
export function readerLook(): ReaderLook {
  const settings = vscode.workspace.getConfiguration(SECTION);
  const size = settings.get<unknown>('textSize');
  const width = settings.get<unknown>('width');
  return {
    textSize: typeof size === 'number' && Number.isFinite(size) ? Math.min(LARGEST, Math.max(SMALLEST, size)) : USUAL,
    width: READING_WIDTHS.find((one) => one === width) ?? 'medium',
  };
}

/** Calls whenever the user wants to read otherwise. */
export function onDidChangeLook(changed: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration(SECTION)) {
      changed();
    }
  });
}

/**
 * Makes the text of all Readers larger, smaller or as usual, in the user's settings.
 *
 * @returns what was done, for the reader
 */
export async function resizeText(step: TextStep): Promise<string> {
  const { textSize } = readerLook();
  const next = step === 'usual' ? USUAL : Math.min(LARGEST, Math.max(SMALLEST, textSize + (step === 'larger' ? STEP : -STEP)));
  await vscode.workspace.getConfiguration(SECTION).update('textSize', next === USUAL ? undefined : next, vscode.ConfigurationTarget.Global);
  return vscode.l10n.t('Text at {0} %', readerLook().textSize);
}
