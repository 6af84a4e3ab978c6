import * as vscode from 'vscode';
import { describeTarget } from '../../core/anchors/describe-target';
import { CLAIM_KINDS, type ClaimKind } from '../../core/claims/claim';
import { knownClaims, type CorrectedFields, type Correction, type KnownClaim } from '../../core/claims/corrections';
import { parseValues } from '../../core/claims/values';
import type { Paper } from '../../core/papers/paper';
import { ReaderError } from '../../platform/errors';
import { displayPath, randomSuffix } from '../../platform/files';
import type { ClaimFinder, Claims } from '../../platform/stores';
import { kindText } from './claim-words';

/** The claim of a paper that begins at an offset of its abstract. */
export async function claimAt({ key, abstract }: Paper, start: number, claims: Claims, finder: ClaimFinder): Promise<KnownClaim> {
  const [[found = []], corrections] = await Promise.all([finder.claimsIn([abstract]), claims.corrections()]);
  const claim = knownClaims(abstract, found, corrections.get(key) ?? []).claims.find(({ range }) => range.start === start);
  if (!claim) {
    throw new ReaderError(vscode.l10n.t('This claim is not there any more: the abstract or its corrections changed.'));
  }
  return claim;
}

type Choice = vscode.QuickPickItem & { readonly act: () => Promise<Partial<Correction> | 'takeBack' | undefined> };

/**
 * Asks what of a claim is to be corrected, and keeps it.
 *
 * @returns what was done, for the reader; `undefined` when the user changed their mind
 */
export async function correctClaim(paper: Paper, claim: KnownClaim, claims: Claims): Promise<string | undefined> {
  const quote = paper.abstract.slice(claim.range.start, claim.range.end);
  const picked = await vscode.window.showQuickPick<Choice>(choicesFor(claim), { title: vscode.l10n.t('Correct the Claim “{0}”', quote), matchOnDescription: true });
  const change = await picked?.act();
  if (change === undefined) {
    return undefined;
  }
  if (change === 'takeBack') {
    await claims.takeBack(paper.key, claim.correction?.id ?? '');
    return vscode.l10n.t('Correction taken back');
  }
  await keep(paper, claim.range, claims, { ...claim.correction, isClaim: true, ...change });
  return change.isClaim === false ? vscode.l10n.t('“{0}” is no claim any more', quote) : vscode.l10n.t('Claim corrected');
}

function choicesFor({ values, unit, metric, kind, correction }: KnownClaim): readonly Choice[] {
  return [
    { label: vscode.l10n.t('Value'), description: values.join('–'), act: () => askValues(values.join('–')) },
    { label: vscode.l10n.t('Unit'), description: unit, act: () => askText(vscode.l10n.t('Unit, such as ×, %, points or GB'), unit, (text) => ({ unit: text })) },
    { label: vscode.l10n.t('Metric'), description: metric, act: () => askText(vscode.l10n.t('What the number measures'), metric, (text) => ({ metric: text })) },
    { label: vscode.l10n.t('Kind'), description: kindText(kind), act: askKind },
    { label: vscode.l10n.t('This is no claim'), act: () => Promise.resolve({ isClaim: false }) },
    ...(correction ? [{ label: vscode.l10n.t('Take the correction back'), act: () => Promise.resolve('takeBack' as const) }] : []),
  ];
}

/**
 * Asks for words of the abstract that are a claim the rules do not see, and keeps it.
 *
 * @param quote words that are selected, if any
 */
export async function addClaim(paper: Paper, quote: string, claims: Claims): Promise<string | undefined> {
  const words = await vscode.window.showInputBox({
    title: vscode.l10n.t('Add a Claim of {0}', paper.title),
    prompt: vscode.l10n.t('The number with its unit, in the words of the abstract. More words where the number stands there twice.'),
    value: quote,
    validateInput: (text) => problemOfQuote(paper.abstract, text.trim()),
  });
  const exact = words?.trim();
  if (exact === undefined) {
    return undefined;
  }
  const start = paper.abstract.indexOf(exact);
  const [, digits = ''] = /(\d[\d.,]*(?:\s?[-–]\s?\d[\d.,]*)?)/u.exec(exact) ?? [];
  const values = await askValues(digits);
  const metric = values && (await askText(vscode.l10n.t('What the number measures'), '', (text) => ({ metric: text })));
  if (!metric) {
    return undefined;
  }
  await keep(paper, { start, end: start + exact.length }, claims, { isClaim: true, ...values, ...metric });
  return vscode.l10n.t('Claim added');
}

function problemOfQuote(abstract: string, quote: string): string | undefined {
  const places = quote === '' ? 0 : abstract.split(quote).length - 1;
  if (places === 1) {
    return undefined;
  }
  return places === 0 ? vscode.l10n.t('These words are not in the abstract.') : vscode.l10n.t('These words stand in the abstract {0} times. Take more of them.', places);
}

async function keep({ key, abstract }: Paper, range: KnownClaim['range'], claims: Claims, facts: Partial<Correction> & Pick<Correction, 'isClaim'>): Promise<void> {
  const aside = await claims.correct(key, { id: randomSuffix(), target: describeTarget(abstract, range), ...facts, modified: new Date().toISOString() });
  if (aside) {
    void vscode.window.showWarningMessage(vscode.l10n.t('The claims of {0} could not be read. The file was set aside as {1}, and a new one was written.', key, displayPath(aside)));
  }
}

async function askValues(value: string): Promise<CorrectedFields | undefined> {
  const text = await vscode.window.showInputBox({
    prompt: vscode.l10n.t('One number, or two for a range, such as 33–59'),
    value,
    validateInput: (typed) => (parseValues(typed) ? undefined : vscode.l10n.t('Write one number or two.')),
  });
  const values = text === undefined ? undefined : parseValues(text);
  return values && { values };
}

async function askText(prompt: string, value: string, fields: (text: string) => CorrectedFields): Promise<CorrectedFields | undefined> {
  const text = await vscode.window.showInputBox({ prompt, value, validateInput: (typed) => (typed.length > 200 ? vscode.l10n.t('This is longer than 200 characters.') : undefined) });
  return text === undefined ? undefined : fields(text.trim());
}

async function askKind(): Promise<CorrectedFields | undefined> {
  const kinds = CLAIM_KINDS.map((claimKind): vscode.QuickPickItem & { readonly claimKind: ClaimKind } => ({ label: kindText(claimKind), claimKind }));
  const picked = await vscode.window.showQuickPick(kinds, { title: vscode.l10n.t('What the Claim Is About') });
  return picked && { kind: picked.claimKind };
}
