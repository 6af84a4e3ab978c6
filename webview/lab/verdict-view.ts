import { quantity } from '../../src/core/runs/quantity';
import type { Check, CheckKind, RunResult } from '../../src/core/runs/result';
import { verdicts } from '../../src/core/runs/verdict';
import { element, icon } from '../ui/element';
import { largestError, limitText, verdictText, VERDICTS } from './words';

const GROUPS: readonly { readonly kind: CheckKind; readonly heading: string; readonly meaning: string }[] = [
  { kind: 'numeric', heading: 'Against the reference', meaning: 'Kernels and an independent float64 computation agree.' },
  { kind: 'invariant', heading: 'Exact properties', meaning: 'Counts and bytes are exactly what they must be.' },
  { kind: 'claim', heading: 'Claims', meaning: 'Statements with a threshold, decided by this run.' },
];

/** The verdict before everything else, then each check with its number. */
export function verdictView(result: RunResult): HTMLElement {
  const counts = verdicts(result);
  const worst = counts.failed > 0 ? 'fail' : counts.passed > 0 ? 'pass' : 'not-evaluated';
  const error = largestError(result);
  return element('section', { 'aria-labelledby': 'verdict-heading' }, [
    element('div', { class: 'verdict', 'data-testid': 'verdict', 'data-verdict': worst }, [
      icon(VERDICTS[worst].icon),
      element('div', {}, [
        element('h2', { id: 'verdict-heading' }, [verdictText(counts)]),
        error === undefined ? undefined : element('p', { class: 'muted' }, [error]),
      ]),
    ]),
    ...GROUPS.flatMap(({ kind, heading, meaning }) => {
      const ofKind = result.checks.filter((check) => check.kind === kind);
      // What failed is what the reader has to see.
      const checks = [...ofKind.filter(({ verdict }) => verdict === 'fail'), ...ofKind.filter(({ verdict }) => verdict !== 'fail')];
      return checks.length === 0
        ? []
        : [
            element('div', { class: 'check-group' }, [element('h3', {}, [heading]), element('p', { class: 'muted' }, [meaning])]),
            element('ul', { class: 'checks' }, checks.map(checkItem)),
          ];
    }),
  ]);
}

/** What must be equal is shown to the last digit. */
function measuredText({ value, operator, unit }: Check): string {
  if (value === null) return 'no value';
  return operator === '==' ? `${quantity(value)} ${unit}`.trimEnd() : quantity(value, unit);
}

function checkItem(check: Check): HTMLElement {
  const { word, icon: iconName } = VERDICTS[check.verdict];
  return element(
    'li',
    { class: 'check', 'data-testid': `check-${check.id}`, 'data-verdict': check.verdict, 'data-kind': check.kind },
    [
      element('span', { class: 'check-verdict' }, [icon(iconName), word]),
      element('span', { class: 'check-text' }, [
        check.statement,
        check.detail === '' ? undefined : element('span', { class: 'check-detail' }, [check.detail]),
      ]),
      element('span', { class: 'check-numbers' }, [
        measuredText(check),
        element('span', { class: 'check-limit' }, [` must be ${limitText(check.operator, check.threshold, check.unit)}`]),
      ]),
    ],
  );
}
