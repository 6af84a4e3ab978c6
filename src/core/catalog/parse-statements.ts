import * as v from 'valibot';
import type { DemoSlug } from './demo-entry';
import type { DemoStatements } from './measure';

const measure = v.object({
  quote: v.string(),
  source: v.union([v.object({ metric: v.string() }), v.object({ timings: v.tuple([v.string(), v.string()]) })]),
  unit: v.string(),
  isSpeed: v.boolean(),
  scope: v.picklist(['whole', 'part']),
  note: v.string(),
});

const statements = v.record(v.string(), v.object({ measures: v.array(measure), leaves: v.array(v.object({ quote: v.string(), why: v.string() })) }));

/** The statements of demos as the build wrote them. @throws ValiError when they are something else */
export function parseStatements(data: unknown): Readonly<Record<DemoSlug, DemoStatements>> {
  return v.parse(statements, data);
}
