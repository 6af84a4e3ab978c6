import { quantity } from '../../src/core/runs/quantity';
import type { ParamValue, Provenance } from '../../src/core/runs/result';
import { element } from '../ui/element';
import { adapterText, durationText, PRESET_NAMES } from './words';

/** Where the numbers come from: enough to run the same again. */
export function provenanceView(provenance: Provenance): HTMLElement {
  const { adapter } = provenance;
  const facts: readonly (readonly [name: string, value: string])[] = [
    ['Ran on', adapterText(adapter)],
    ...(adapter ? adapterFacts(adapter) : []),
    ['Preset', PRESET_NAMES[provenance.preset]],
    ['Parameters', Object.entries(provenance.params).map(([key, value]) => `${key} ${paramText(value)}`).join(', ')],
    ['Started', new Date(provenance.started).toLocaleString(document.documentElement.lang || undefined)],
    ['Took', durationText(provenance.durationMs)],
    ['Lectern', provenance.lecternVersion],
    ['Browser', provenance.userAgent],
  ];
  return element('section', { 'aria-labelledby': 'provenance-heading', 'data-testid': 'provenance' }, [
    element('h2', { id: 'provenance-heading' }, ['Provenance']),
    element('dl', { class: 'facts' }, facts.flatMap(([name, value]) => [element('dt', {}, [name]), element('dd', {}, [value])])),
  ]);
}

function adapterFacts(adapter: NonNullable<Provenance['adapter']>): readonly (readonly [string, string])[] {
  const names = [adapter.vendor, adapter.architecture, adapter.device].filter((name) => name !== '');
  return [
    ...(names.length > 0 ? [['Adapter', names.join(', ')] as const] : []),
    ['Features', adapter.features.join(', ') || 'none'],
    ['Limits', Object.entries(adapter.limits).map(([name, limit]) => `${name} ${quantity(limit)}`).join(', ')],
  ];
}

function paramText(value: ParamValue): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  return typeof value === 'number' ? String(value) : value;
}
