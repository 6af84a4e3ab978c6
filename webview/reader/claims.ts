import type { TextRange } from '../../src/core/anchors/text-target';
import { placeBesides, type ClaimBeside, type StatementBeside } from '../../src/core/claims/beside-runs';
import { claimValueText } from '../../src/core/claims/claim';
import { knownClaims, type KnownClaims } from '../../src/core/claims/corrections';
import { claimsOf } from '../../src/core/claims/find-claims';
import type { PaperView } from '../../src/protocol/reader';
import { element, icon, type Child } from '../ui/element';
import { actionButton } from './action-button';
import { drawBeside, type BesideActions } from './claims-beside';
import { nothing } from './section';

export interface ClaimActions extends BesideActions {
  readonly correct: (start: number) => void;
  /** @param quote words of the abstract that are selected, or none */
  readonly add: (quote: string) => void;
  readonly showAll: () => void;
}

/** The claims of the abstract, what a demo measures first. */
export function drawClaims({ abstract, claims: { corrections, besides } }: Pick<PaperView, 'abstract' | 'claims'>, actions: ClaimActions): readonly Child[] {
  const known = claimsIn({ abstract, claims: { corrections } });
  const { claims, statements } = placeBesides(abstract, known.claims, besides);
  const orphans = known.orphans.map(({ target }) => target.exact);
  const items = [
    ...statements.map((statement) => ({ isMeasured: true, item: statementItem(statement, actions) })),
    ...claims.map((claim) => ({ isMeasured: claim.beside?.kind === 'measured', item: claimItem(abstract, claim, actions) })),
  ];
  const ordered = [...items.filter(({ isMeasured }) => isMeasured), ...items.filter(({ isMeasured }) => !isMeasured)];
  return [
    items.length === 0 ? nothing('No number in the abstract reads like a claim.') : element('ul', { class: 'claims', 'data-testid': 'claims' }, ordered.map(({ item }) => item)),
    orphans.length === 0
      ? undefined
      : element('p', { class: 'muted', 'data-testid': 'claim-orphans' }, [
          `Kept corrections whose words are not in the abstract any more: ${orphans.map((quote) => `“${quote}”`).join(', ')}. Show Claims lists them.`,
        ]),
    element('div', { class: 'claim-actions' }, [
      actionButton('Add a claim', () => actions.add(selectedWords()), { icon: 'add', title: 'Select the number in the abstract first, or type it', testId: 'add-claim' }),
      actionButton('All claims', () => actions.showAll(), { icon: 'table', title: 'The claims of all papers as a table', testId: 'show-claims' }),
    ]),
  ];
}

/** The numbers that are claims, as parts of the abstract. */
export function claimRanges(paper: Pick<PaperView, 'abstract' | 'claims'>): readonly TextRange[] {
  return claimsIn(paper).claims.map(({ range }) => range);
}

function claimsIn({ abstract, claims: { corrections } }: { readonly abstract: string; readonly claims: Pick<PaperView['claims'], 'corrections'> }): KnownClaims {
  return knownClaims(abstract, claimsOf(abstract), corrections);
}

/** Scrolls to a claim and puts the focus on it. */
export function revealClaim(section: HTMLElement, start: number): void {
  const claim = section.querySelector<HTMLElement>(`[data-start="${start}"]`);
  claim?.scrollIntoView({ block: 'center' });
  claim?.focus({ preventScroll: true });
}

function claimItem(abstract: string, { claim, beside }: ClaimBeside, actions: ClaimActions): HTMLElement {
  const { range, sentence, metric, baseline, correction } = claim;
  const value = claimValueText(claim);
  const correct = element(
    'button',
    { type: 'button', class: 'action icon', title: 'Correct this claim', 'aria-label': `Correct the claim ${value}`, 'data-testid': `correct-claim-${range.start}` },
    [icon('edit')],
  );
  correct.addEventListener('click', () => actions.correct(range.start));
  return element('li', { class: 'claim', tabindex: -1, 'data-start': range.start, 'data-testid': `claim-${range.start}` }, [
    element('div', { class: 'claim-head' }, [
      element('p', {}, [
        element('strong', {}, [value]),
        metric === '' ? undefined : ` ${metric}`,
        baseline === undefined ? undefined : element('span', { class: 'muted' }, [` against ${baseline}`]),
        correction ? element('span', { class: 'muted' }, [' (corrected)']) : undefined,
      ]),
      correct,
    ]),
    element('blockquote', { class: 'claim-sentence' }, [
      abstract.slice(sentence.start, range.start),
      element('mark', {}, [abstract.slice(range.start, range.end)]),
      abstract.slice(range.end, sentence.end),
    ]),
    beside === undefined ? undefined : drawBeside(value, beside, actions),
  ]);
}

function statementItem({ range, quote, beside }: StatementBeside, actions: ClaimActions): HTMLElement {
  return element('li', { class: 'claim', tabindex: -1, 'data-start': range.start, 'data-testid': `claim-${range.start}` }, [drawBeside(`“${quote}”`, beside, actions)]);
}

function selectedWords(): string {
  const selection = window.getSelection();
  const abstract = selection?.anchorNode?.parentElement?.closest('[data-testid="abstract"]');
  return selection && abstract ? selection.toString().trim().slice(0, 500) : '';
}
