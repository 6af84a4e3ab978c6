import * as vscode from 'vscode';
import type { Claim } from '../../core/claims/claim';
import { claimRows, type ClaimRow } from '../../core/claims/claim-table';
import { knownClaims, type Correction } from '../../core/claims/corrections';
import type { Paper, PaperKey } from '../../core/papers/paper';
import { Owned } from '../../platform/owned';
import { retryLater } from '../../platform/retry-later';
import type { ClaimFinder, Claims, Papers } from '../../platform/stores';

/** Papers that are looked through between two words of progress: some 40 ms of the worker's time. */
const BATCH = 250;

export interface ClaimListing {
  /** In the order of the library. */
  readonly rows: readonly ClaimRow[];
  readonly papers: number;
  readonly orphans: readonly { readonly paper: PaperKey; readonly title: string; readonly correction: Correction }[];
  readonly problems: readonly string[];
}

export interface ClaimProgress {
  readonly done: number;
  readonly total: number;
}

const NONE: readonly Correction[] = [];

/** The claims of all papers. Nothing is looked through before someone asks; an abstract is again only when it or its corrections changed. */
export class ClaimList implements vscode.Disposable {
  private readonly owned = new Owned();
  private readonly changed = this.owned.add(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;
  private readonly progressed = this.owned.add(new vscode.EventEmitter<ClaimProgress>());
  /** While papers are looked through. */
  readonly onDidProgress = this.progressed.event;

  private readonly found = new WeakMap<Paper, readonly Claim[]>();
  private listing: Promise<ClaimListing> | undefined;

  constructor(
    private readonly papers: Papers,
    private readonly claims: Claims,
    private readonly finder: ClaimFinder,
  ) {
    for (const { onDidChange } of [papers, claims]) {
      this.owned.add(onDidChange(() => this.forget()));
    }
  }

  dispose(): void {
    this.owned.dispose();
  }

  list(): Promise<ClaimListing> {
    this.listing ??= retryLater(this.load(), () => (this.listing = undefined));
    return this.listing;
  }

  private forget(): void {
    if (this.listing) {
      this.listing = undefined;
      this.changed.fire();
    }
  }

  private async load(): Promise<ClaimListing> {
    const [library, corrections, problems] = await Promise.all([this.papers.library(), this.claims.corrections(), this.claims.problems()]);
    const { papers } = library;
    const rows: ClaimRow[] = [];
    const orphans: ClaimListing['orphans'][number][] = [];
    for (let done = 0; done < papers.length; done += BATCH) {
      const batch = papers.slice(done, done + BATCH);
      await this.find(batch);
      for (const paper of batch) {
        const { claims, lost } = this.claimsIn(paper, corrections.get(paper.key) ?? NONE);
        rows.push(...claims);
        orphans.push(...lost.map((correction) => ({ paper: paper.key, title: paper.title, correction })));
      }
      this.progressed.fire({ done: done + batch.length, total: papers.length });
    }
    for (const [paper, ofPaper] of corrections) {
      if (!library.paper(paper)) {
        orphans.push(...ofPaper.map((correction) => ({ paper, title: paper, correction })));
      }
    }
    return { rows, papers: papers.length, orphans, problems: problems.map(({ uri, problem }) => `${vscode.workspace.asRelativePath(uri)}: ${problem}`) };
  }

  /** Has the worker look through those papers that it has not yet. */
  private async find(papers: readonly Paper[]): Promise<void> {
    const unknown = papers.filter((paper) => !this.found.has(paper));
    if (unknown.length > 0) {
      const found = await this.finder.claimsIn(unknown.map(({ abstract }) => abstract));
      unknown.forEach((paper, index) => this.found.set(paper, found[index] ?? []));
    }
  }

  private claimsIn(paper: Paper, corrections: readonly Correction[]): { readonly claims: readonly ClaimRow[]; readonly lost: readonly Correction[] } {
    const { claims, orphans } = knownClaims(paper.abstract, this.found.get(paper) ?? [], corrections);
    return { claims: claimRows(paper, claims), lost: orphans };
  }
}
