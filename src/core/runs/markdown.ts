import { escapeMarkdown } from '../papers/markdown';
import { quantity } from './quantity';
import type { RunRecord } from './record';
import type { Check, Metric, RunResult, Timing } from './result';
import { adapterName, verdicts } from './verdict';

const LONGEST_CELL = 300;
const MOST_ROWS = 50;

/** The metrics a demo names first are the telling ones; the record has all. */
const MOST_METRICS = 12;

/**
 * A run as a section of a note: what ran with which parameters on what, verdicts, times and metrics. Whatever a record's texts
 * contain, they come out as words inside their cell.
 *
 * @param link way from the note to the run's `run.json`: relative path with slashes, as it is on disk
 */
export function runAsMarkdown(record: RunRecord, link: string): string {
  const { result, title, kept } = record;
  const parts = [
    `## Run: ${inline(title)}, ${wallClock(kept)}`,
    `[Run record](<${linkTarget(link)}>) · ${inline(result.provenance.preset)} preset · ${engine(result)}`,
    modifiedWarning(result),
    thoughts(record),
    section('Parameters', ['Parameter', 'Value'], Object.entries(result.provenance.params).map(([name, value]) => [inline(name), paramText(value)])),
    section(`Checks: ${verdictLine(result)}`, ['Check', 'Measured', 'Threshold', 'Verdict'], result.checks.map(checkRow)),
    section('Times', ['Kernel', 'Median', 'Smallest to largest', 'Samples', 'Measured by'], result.timings.map(timingRow), timingCaution(result)),
    section('Metrics', ['Metric', 'Value', 'Meaning'], Object.entries(result.metrics).map(metricRow), undefined, MOST_METRICS),
  ];
  return `${parts.filter((part) => part !== undefined).join('\n\n')}\n`;
}

type Row = readonly string[];

/** A heading with a table; nothing when there are no rows. */
function section(heading: string, head: Row, rows: readonly Row[], caution?: string, most = MOST_ROWS): string | undefined {
  if (rows.length === 0) {
    return undefined;
  }
  const lines = [head, head.map(() => '---'), ...rows.slice(0, most)].map((cells) => `| ${cells.join(' | ')} |`);
  const rest = rows.length > most ? [`The run record has ${rows.length - most} more.`] : [];
  return [`### ${heading}`, ...(caution === undefined ? [] : [caution]), lines.join('\n'), ...rest].join('\n\n');
}

function engine(result: RunResult): string {
  const name = inline(adapterName(result));
  return result.provenance.engine === 'cpu' ? `${name}: no usable WebGPU adapter, so the reference ran` : `WebGPU on ${name}`;
}

function modifiedWarning({ provenance }: RunResult): string | undefined {
  const changed = provenance.kernels.filter(({ modified }) => modified).slice(0, MOST_ROWS);
  return changed.length === 0
    ? undefined
    : `> **Changed kernels:** ${changed.map(({ name }) => inline(name)).join(', ')}. This run does not show what the bundled kernels do.`;
}

function thoughts({ hypothesis, expectation, conclusion }: RunRecord): string | undefined {
  const said = [['Hypothesis', hypothesis], ['Expectation', expectation], ['Conclusion', conclusion]] as const;
  const lines = said.flatMap(([name, words]) => (words.trim() === '' ? [] : [`- ${name}: ${escapeMarkdown(words)}`]));
  return lines.length === 0 ? undefined : lines.join('\n');
}

function paramText(value: number | boolean | string): string {
  if (typeof value === 'boolean') {
    return value ? 'on' : 'off';
  }
  return typeof value === 'number' ? quantity(value) : inline(value);
}

function verdictLine(result: RunResult): string {
  const { passed, failed, notEvaluated } = verdicts(result);
  return `${passed} passed, ${failed} failed${notEvaluated === 0 ? '' : `, ${notEvaluated} not evaluated`}`;
}

const OPERATOR_SIGNS = { '<=': '≤', '>=': '≥', '==': '=' } as const;

function checkRow({ statement, value, operator, threshold, unit, verdict, detail }: Check): Row {
  const because = detail.trim() === '' ? '' : `: ${inline(detail)}`;
  const verdictText = { pass: 'passed', fail: `**failed**${because}`, 'not-evaluated': `not evaluated${because}` }[verdict];
  return [
    inline(statement),
    value === null ? '–' : inline(quantity(value, unit)),
    `${OPERATOR_SIGNS[operator]} ${inline(quantity(threshold, unit))}`,
    verdictText,
  ];
}

const METHODS = { 'timestamp-query': 'GPU clock', wall: 'submit to completion', cpu: 'CPU reference' } as const;

function timingRow({ name, medianMs, minMs, maxMs, samples, method }: Timing): Row {
  return [inline(name), quantity(medianMs, 'ms'), `${quantity(minMs)} to ${quantity(maxMs, 'ms')}`, String(samples), METHODS[method]];
}

function timingCaution({ provenance }: RunResult): string | undefined {
  if (provenance.engine === 'cpu') {
    return 'Times of the CPU reference: they say nothing about the kernels.';
  }
  return provenance.adapter?.software === true ? 'Software adapter: these times cannot be compared with hardware.' : undefined;
}

function metricRow([name, { value, unit, meaning }]: readonly [string, Metric]): Row {
  return [inline(name), inline(quantity(value, unit)), inline(meaning)];
}

/** One line that stays in its cell. */
function inline(text: string): string {
  return escapeMarkdown(text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL).replace(/\p{Cs}$/u, '')}…` : text);
}

/** Date and time of an ISO 8601 text as they were where the run was kept. */
function wallClock(iso: string): string {
  return iso.slice(0, 16).replace('T', ' ');
}

function linkTarget(path: string): string {
  return path.replace(/\p{Cs}/gu, '\uFFFD').split('/').map(encodeURIComponent).join('/');
}
