import * as vscode from 'vscode';
import { parseClaimsFile, serialiseClaimsFile, withCorrection, withoutCorrection, type ClaimsFile } from '../core/claims/claims-file';
import type { Correction } from '../core/claims/corrections';
import type { PaperKey } from '../core/papers/paper';
import { ReaderError } from './errors';
import { createWhole, displayPath, randomSuffix, readText, withFileLock, writeWhole } from './files';
import { entriesOf, statOf } from './folders';
import type { Log } from './log';
import { Owned } from './owned';
import { currentRecordFolders, type RecordFolders } from './record-folders';
import { MOST_RECORDS, RecordList } from './record-list';
import type { ClaimProblem, Claims } from './stores';

const CLAIMS_PATH = '.lectern/claims';
const FILE_NAME = /^(?<paper>[a-z0-9][a-z0-9-]*)\.json$/u;
const LONGEST_FILE = 4 * 1024 * 1024;

/** The file of one paper in one folder. */
interface PaperClaims {
  readonly uri: vscode.Uri;
  readonly paper: PaperKey;
  readonly corrections: readonly Correction[];
  readonly problems: readonly string[];
}

/** The user's corrections of claims: a file a paper, which a repository may share. Nothing is read before someone asks. */
export class ClaimStore implements Claims, vscode.Disposable {
  private readonly owned = new Owned();
  private readonly files: RecordList<PaperClaims>;
  readonly onDidChange: vscode.Event<void>;

  constructor(
    private readonly storage: vscode.Uri,
    log: Log,
  ) {
    this.files = this.owned.add(new RecordList({ watched: watchedPaths, find: claimFiles, read: readClaims }, storage, log));
    this.onDidChange = this.files.onDidChange;
  }

  dispose(): void {
    this.owned.dispose();
  }

  async corrections(): Promise<ReadonlyMap<PaperKey, readonly Correction[]>> {
    const byPaper = new Map<PaperKey, readonly Correction[]>();
    for (const { paper, corrections } of await this.files.list()) {
      byPaper.set(paper, [...(byPaper.get(paper) ?? []), ...corrections]);
    }
    return byPaper;
  }

  async problems(): Promise<readonly ClaimProblem[]> {
    return (await this.files.list()).flatMap(({ uri, problems }) => problems.map((problem) => ({ uri, problem })));
  }

  async correct(paper: PaperKey, correction: Correction): Promise<vscode.Uri | undefined> {
    const known = await this.fileWith(paper, correction.id);
    return this.change(known ?? fileOf(currentRecordFolders(this.storage), paper), paper, (corrections) => withCorrection(corrections, correction));
  }

  async takeBack(paper: PaperKey, id: string): Promise<void> {
    const uri = await this.fileWith(paper, id);
    if (uri) {
      await this.change(uri, paper, (corrections) => withoutCorrection(corrections, id));
    }
  }

  /** The file that holds a correction already: in a workspace of several folders it stays in its own. */
  private async fileWith(paper: PaperKey, id: string): Promise<vscode.Uri | undefined> {
    return (await this.files.list()).find((file) => file.paper === paper && file.corrections.some((one) => one.id === id))?.uri;
  }

  /** Re-reads before it writes, so that what another window or a pull brought meanwhile is kept. */
  private async change(uri: vscode.Uri, paper: PaperKey, change: (corrections: readonly Correction[]) => readonly Correction[]): Promise<vscode.Uri | undefined> {
    try {
      return await withFileLock(uri, async () => {
        const text = (await readText(uri)) ?? '';
        const current = parseClaimsFile(text);
        if (current.isNewer) {
          throw new ReaderError(vscode.l10n.t('The claims cannot be changed. {0}: {1}', displayPath(uri), current.problems.join(' ')));
        }
        const aside = current.isBroken ? await setAside(uri, text) : undefined;
        await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(uri, '..'));
        await writeWhole(uri, serialiseClaimsFile(paper, { ...current, corrections: change(current.corrections) }));
        return aside;
      });
    } finally {
      this.files.touch(uri);
    }
  }
}

/** A copy of a file that cannot be read, under a name that is not read. */
async function setAside(uri: vscode.Uri, text: string): Promise<vscode.Uri> {
  const aside = uri.with({ path: `${uri.path}.broken-${randomSuffix()}` });
  await createWhole(aside, text);
  return aside;
}

/** The folders above too: when one of them goes, only that is told. */
function watchedPaths(): readonly string[] {
  return ['.lectern', CLAIMS_PATH, `${CLAIMS_PATH}/*.json`];
}

function fileOf({ base }: RecordFolders, paper: PaperKey): vscode.Uri {
  return vscode.Uri.joinPath(base, CLAIMS_PATH, `${paper}.json`);
}

async function claimFiles({ base }: RecordFolders): Promise<readonly vscode.Uri[]> {
  const entries = await entriesOf(vscode.Uri.joinPath(base, CLAIMS_PATH));
  return entries.filter(({ name, isFolder }) => !isFolder && FILE_NAME.test(name)).slice(0, MOST_RECORDS).map(({ uri }) => uri);
}

async function readClaims(uri: vscode.Uri): Promise<PaperClaims | undefined> {
  const paper = FILE_NAME.exec(uri.path.slice(uri.path.lastIndexOf('/') + 1))?.groups?.['paper'] ?? '';
  try {
    const { corrections, problems } = await fileContent(uri);
    return { uri, paper, corrections, problems };
  } catch (error) {
    return { uri, paper, corrections: [], problems: [error instanceof Error ? error.message : String(error)] };
  }
}

async function fileContent(uri: vscode.Uri): Promise<Pick<ClaimsFile, 'corrections' | 'problems'>> {
  const stat = await statOf(uri);
  if ((stat?.size ?? 0) > LONGEST_FILE) {
    return { corrections: [], problems: [vscode.l10n.t('It is longer than 4 MiB and was not read.')] };
  }
  return parseClaimsFile((await readText(uri)) ?? '');
}
