import * as vscode from 'vscode';
import { describeCode } from '../../core/anchors/describe-code';
import type { CodeAnchor, CodePlace, CodeTarget } from '../../core/anchors/code-target';
import type { Annotation } from '../../core/annotations/annotation';
import { COMMAND } from '../../platform/commands';
import { ReaderError } from '../../platform/errors';
import type { LinkedFile } from '../../platform/code-stores';
import type { CodeLinksContext } from './code-links-context';
import { annotationOf, linkOf, placeWords, wordsOf, type LinkArgument } from './linked-words';
import { codeFacts } from './selected-code';

type Place = CodePlace<LinkedFile>;

/** Follows links to where their code is now, and does what the user decides about them. Nothing else changes what a link says. */
export class Following {
  constructor(private readonly context: CodeLinksContext) {}

  /** Opens the code where it is now, and says so where it is not as it was. What is not found in its place is looked for in all files. */
  async open(argument: LinkArgument): Promise<void> {
    const { target } = await linkOf(this.context.annotations, argument);
    const anchor = await this.find(target);
    if (anchor.state === 'orphaned') {
      this.sayMissing(argument, target); return;
    }
    const place = anchor.state === 'ambiguous' ? await pickPlace(anchor.candidates) : anchor.place;
    if (place === undefined) {
      return;
    }
    await show(place);
    const words = changeWords(anchor, place, target);
    if (words !== undefined) {
      this.offer(words, { [vscode.l10n.t('Accept')]: () => this.take(argument, place) });
    }
  }

  /** Takes the place where the code was found for its own. */
  async accept(argument: LinkArgument): Promise<void> {
    const { target } = await linkOf(this.context.annotations, argument);
    const anchor = await this.context.codeLinks.locate(target);
    if (!('place' in anchor)) {
      throw new ReaderError(vscode.l10n.t('No place was found to accept. Open the link to look for it, or relocate it.'));
    }
    await this.take(argument, anchor.place);
  }

  async unlink(argument: LinkArgument): Promise<void> {
    const { annotations } = this.context;
    const { annotation, target } = await linkOf(annotations, argument);
    const code = (annotation.code ?? []).filter((one) => one !== target);
    await annotations.change(annotation, { code: code.length === 0 ? undefined : code });
    this.offer(vscode.l10n.t('{0} is not linked to “{1}” any more.', placeWords(target), wordsOf(annotation)), {
      [vscode.l10n.t('Undo')]: async () => {
        const now = await annotationOf(annotations, annotation.paper, annotation.id);
        await annotations.change(now, { code: [...(now.code ?? []), target] });
      },
    });
  }

  /** Says something, with what can be done about it; nobody waits for the answer. */
  private offer(words: string, actions: Readonly<Record<string, () => Thenable<unknown>>>): void {
    this.context.log.run(async () => actions[(await vscode.window.showInformationMessage(words, ...Object.keys(actions))) ?? '']?.());
  }

  private async find(target: CodeTarget): Promise<CodeAnchor<LinkedFile>> {
    const { codeLinks } = this.context;
    const near = await codeLinks.locate(target);
    if (near.state !== 'orphaned') {
      return near;
    }
    const title = vscode.l10n.t('Looking for the code that was at {0}', placeWords(target));
    return vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title, cancellable: true }, (progress, token) => codeLinks.search(target, progress, token));
  }

  private async take(argument: LinkArgument, { file, lines }: Place): Promise<void> {
    const { annotations } = this.context;
    const { annotation, target } = await linkOf(annotations, argument);
    const document = await vscode.workspace.openTextDocument(file.uri);
    const seen = describeCode(file, lines);
    const place = describeCode({ path: file.path, text: document.getText() }, lines, await codeFacts(document));
    if (place === undefined || place.exact !== seen?.exact) {
      throw new ReaderError(vscode.l10n.t('The code was changed while it was shown. Open the link again.'));
    }
    await annotations.change(annotation, { code: replaced(annotation, target, place) });
  }

  private sayMissing(argument: LinkArgument, target: CodeTarget): void {
    const since = target.commit === undefined ? '' : vscode.l10n.t('It was there at commit {0}.', target.commit.slice(0, 8));
    const message = vscode.l10n.t('The code that was at {0} is in no file of the workspace. The link finds it again when it comes back, as with another branch.', placeWords(target));
    this.offer([message, since].join(' ').trim(), {
      [vscode.l10n.t('Relocate…')]: () => vscode.commands.executeCommand(COMMAND.relocateCodeLink, argument),
      [vscode.l10n.t('Unlink')]: () => this.unlink(argument),
    });
  }
}

function replaced({ code = [] }: Annotation, before: CodeTarget, after: CodeTarget): readonly CodeTarget[] {
  return code.map((one) => (one === before ? after : one));
}

async function show({ file: { uri }, lines }: Place): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const end = document.lineAt(Math.min(lines.last, document.lineCount) - 1).range.end;
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(lines.first - 1, 0, end.line, end.character) });
}

async function pickPlace(candidates: readonly Place[]): Promise<Place | undefined> {
  const items = candidates.map((place) => ({ label: `${place.file.path}:${place.lines.first}–${place.lines.last}`, place }));
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('The linked code fits several places') }))?.place;
}

/** What is to be said of a place that is another one than it was; within a file code moves with every line above it. */
function changeWords({ state, ...anchor }: CodeAnchor<LinkedFile>, { file, lines }: Place, target: CodeTarget): string | undefined {
  const here = placeWords({ path: file.path, lines });
  switch (state) {
    case 'changed':
      return vscode.l10n.t('The code that was at {0} was changed: {1} is {2} % like it.', placeWords(target), here, Math.round(('score' in anchor ? anchor.score : 0) * 100));
    case 'movedFile':
      return vscode.l10n.t('The code that was at {0} is at {1} now.', placeWords(target), here);
    case 'ambiguous':
      return vscode.l10n.t('Is {0} the code that was at {1}?', here, placeWords(target));
    case 'exact':
    case 'moved':
    case 'orphaned':
      return undefined;
  }
}
