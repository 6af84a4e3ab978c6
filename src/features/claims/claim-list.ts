import * as vscode from 'vscode';
import { claimRows, type ClaimRow } from '../../core/claims/claim-table';
import { knownClaims, type Correction } from '../../core/claims/corrections';
import type { Paper, PaperKey } from '../../core/papers/paper';
import { forEach, runInSlices } from '../../core/steps';
import { Owned } from '../../platform/owned';
import { pause } from '../../platform/pause';
import { retryLater } from '../../platform/retry-later';
import type { Claims, Papers } from '../../platform/stores';

/** Longest time of work between two rests, in milliseconds. */
const SLICE_MS = 12;

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

  private readonly found = new WeakMap<Paper, readonly ClaimRow[]>();
  private listing: Promise<ClaimListing> | undefined;

  constructor(
    private readonly papers: Papers,
    private readonly claims: Claims,
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
    const look = forEach(papers, (paper) => {
      const { claims, lost } = this.claimsIn(paper, corrections.get(paper.key) ?? NONE);
      rows.push(...claims);
      orphans.push(...lost.map((correction) => ({ paper: paper.key, title: paper.title, correction })));
      done++;
    });
    let done = 0;
    await runInSlices(look, {
      sliceMs: SLICE_MS,
      rest: () => {
        this.progressed.fire({ done, total: papers.length });
        return pause();
      },
    });
    for (const [paper, ofPaper] of corrections) {
      if (!library.paper(paper)) {
        orphans.push(...ofPaper.map((correction) => ({ paper, title: paper, correction })));
      }
    }
    return { rows, papers: papers.length, orphans, problems: problems.map(({ uri, problem }) => `${vscode.workspace.asRelativePath(uri)}: ${problem}`) };
  }

  private claimsIn(paper: Paper, corrections: readonly Correction[]): { readonly claims: readonly ClaimRow[]; readonly lost: readonly Correction[] } {
    if (corrections.length > 0) {
      const { claims, orphans } = knownClaims(paper.abstract, corrections);
      return { claims: claimRows(paper, claims), lost: orphans };
    }
    const found = this.found.get(paper) ?? claimRows(paper, knownClaims(paper.abstract, NONE).claims);
    this.found.set(paper, found);
    return { claims: found, lost: NONE };
  }
}
