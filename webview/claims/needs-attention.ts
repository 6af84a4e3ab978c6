import type { ClaimsView } from '../../src/protocol/claims';
import { element, type Child } from '../ui/element';
import type { ClaimsHost } from './claims-page';

/** Corrections that lost their number, and files that could not be read. Nothing when all is well. */
export function drawNeedsAttention({ orphans, problems }: Pick<ClaimsView, 'orphans' | 'problems'>, host: Pick<ClaimsHost, 'send'>): readonly Child[] {
  return [orphans.length === 0 ? undefined : orphanList(orphans, host), problems.length === 0 ? undefined : problemList(problems)];
}

function orphanList(orphans: ClaimsView['orphans'], host: Pick<ClaimsHost, 'send'>): HTMLElement {
  const items = orphans.map(({ paper, title, id, quote, metric }, index) => {
    const drop = element('button', { type: 'button', class: 'action', 'data-testid': `drop-orphan-${index}`, 'aria-label': `Delete the correction of ${quote} in ${title}` }, ['Delete']);
    drop.addEventListener('click', () => host.send({ kind: 'takeBack', paper, id }));
    return element('li', {}, [`${title}: “${quote}”${metric === '' ? '' : `, ${metric}`} `, drop]);
  });
  return element('section', { class: 'section', 'aria-labelledby': 'orphans' }, [
    element('h2', { id: 'orphans' }, ['Corrections without their number']),
    element('p', { class: 'muted' }, ['The abstract does not hold these words any more, or holds them several times. The corrections are kept.']),
    element('ul', { class: 'lines', 'data-testid': 'orphans' }, items),
  ]);
}

function problemList(problems: readonly string[]): HTMLElement {
  return element('section', { class: 'section', 'aria-labelledby': 'problems' }, [
    element('h2', { id: 'problems' }, ['Files that could not be read']),
    element('ul', { class: 'lines', 'data-testid': 'claim-problems' }, problems.map((problem) => element('li', {}, [problem]))),
  ]);
}
