import * as v from 'valibot';
import { RUN_VERSION, type RunRecord } from './record';
import type { RunResult } from './result';
import { RUN_HEADER, RUN_RECORD, RUN_RESULT } from './run-schema';

const LONGEST_PROBLEM = 300;

/** Why data is no run: in words for the reader, with the place in it. */
export interface RunProblem {
  readonly ok: false;
  readonly problem: string;
  /** A newer Lectern wrote it: it is not broken and must be left as it is. */
  readonly newer?: true;
}

/** Checks a result that a page sent: shape, finite numbers, bounded sizes. Never throws. */
export function parseRunResult(json: unknown): { readonly ok: true; readonly result: RunResult } | RunProblem {
  const parsed = v.safeParse(RUN_RESULT, json, { abortEarly: true });
  return parsed.success ? { ok: true, result: parsed.output } : problemOf(parsed.issues, 'This is not the result of a run.');
}

/** Checks what was read from a `run.json`. Never throws. */
export function parseRunRecord(json: unknown): { readonly ok: true; readonly record: RunRecord } | RunProblem {
  const header = v.safeParse(RUN_HEADER, json);
  if (header.success && header.output.version > RUN_VERSION) {
    const problem = `This run is from a newer Lectern (format version ${header.output.version}; this one reads version ${RUN_VERSION}). Update Lectern to see it.`;
    return { ok: false, problem, newer: true };
  }
  const parsed = v.safeParse(RUN_RECORD, json, { abortEarly: true });
  return parsed.success ? { ok: true, record: parsed.output } : problemOf(parsed.issues, 'This is not a run that Lectern can read.');
}

/** The text of a `run.json`. The same record always gives the same text: fields in the order of their declaration. */
export function serialiseRunRecord(record: RunRecord): string {
  return `${JSON.stringify(v.parse(RUN_RECORD, record), undefined, 2)}\n`;
}

function problemOf([issue]: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]], what: string): RunProblem {
  const place = v.getDotPath(issue) ?? 'the whole';
  return { ok: false, problem: `${what} At ${place}: ${issue.message}`.slice(0, LONGEST_PROBLEM) };
}
