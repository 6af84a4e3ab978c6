import * as vscode from 'vscode';
import { quantity } from '../../core/runs/quantity';
import type { RunRecord } from '../../core/runs/record';
import type { ParamValue } from '../../core/runs/result';
import { adapterName } from '../../core/runs/verdict';
import { formatMoment } from '../../platform/dates';
import { verdictText } from '../../platform/verdict-words';

const MOST_LINES = 12;

/** What ran, how it came out, parameters and times. All text of the record goes in as text, never as Markdown. */
export function runTooltip({ title, kept, result }: RunRecord): vscode.MarkdownString {
  const { params, kernels, adapter } = result.provenance;
  const tooltip = new vscode.MarkdownString('**');
  tooltip.appendText(title);
  tooltip.appendMarkdown('**');
  paragraph(tooltip, formatMoment(kept));
  paragraph(tooltip, `${adapterName(result)}: ${verdictText(result)}`);
  if (kernels.some(({ modified }) => modified)) {
    paragraph(tooltip, vscode.l10n.t('Kernels were changed for this run.'));
  }
  list(tooltip, vscode.l10n.t('Parameters'), Object.entries(params).map(([name, value]) => `${name}: ${paramText(value)}`));
  const times = adapter?.software === true ? vscode.l10n.t('Times (software adapter, not comparable with hardware)') : vscode.l10n.t('Times');
  list(tooltip, times, result.timings.map(({ name, medianMs }) => `${name}: ${quantity(medianMs, 'ms')}`));
  return tooltip;
}

function list(tooltip: vscode.MarkdownString, heading: string, lines: readonly string[]): void {
  if (lines.length === 0) {
    return;
  }
  paragraph(tooltip, heading);
  tooltip.appendMarkdown('\n');
  for (const line of lines.slice(0, MOST_LINES)) {
    tooltip.appendMarkdown('\n- ');
    tooltip.appendText(oneLine(line));
  }
  if (lines.length > MOST_LINES) {
    tooltip.appendMarkdown('\n- …');
  }
}

function paragraph(tooltip: vscode.MarkdownString, text: string): void {
  tooltip.appendMarkdown('\n\n');
  tooltip.appendText(oneLine(text));
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ');
}

function paramText(value: ParamValue): string {
  if (typeof value === 'boolean') {
    return value ? vscode.l10n.t('on') : vscode.l10n.t('off');
  }
  return typeof value === 'number' ? quantity(value) : value;
}
