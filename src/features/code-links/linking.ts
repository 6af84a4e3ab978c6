import * as vscode from 'vscode';
import { describeTarget } from '../../core/anchors/describe-target';
import type { CodeTarget } from '../../core/anchors/code-target';
import type { TextRange } from '../../core/anchors/text-target';
import type { Annotation } from '../../core/annotations/annotation';
import type { PaperKey } from '../../core/papers/paper';
import { COMMAND } from '../../platform/commands';
import { ReaderError } from '../../platform/errors';
import { Owned } from '../../platform/owned';
import type { CodeLinksContext } from './code-links-context';
import { annotationOf, linkOf, paperOf, placeWords, shortWords, wordsOf, type LinkArgument, type LinkedWords } from './linked-words';
import { pickWords } from './pick-words';
import { codeEditor, selectedCode, selectedLines } from './selected-code';

/** Words are waiting for the code that they are to be linked to. */
const WAITING_KEY = 'lectern.linkingCode';

/** The words to link: a range of the abstract in UTF-16 units, an annotation by its id, or the row of one. */
export type BeginArgument = ({ readonly paper: PaperKey } & ({ readonly range: TextRange } | { readonly annotation: string })) | { readonly thread: { readonly first: Annotation } };

/** Links code to words of papers: from the code by choosing words, or from words that wait until code is selected. */
export class CodeLinking implements vscode.Disposable {
  private readonly owned = new Owned();
  private readonly status = this.owned.add(vscode.window.createStatusBarItem('lectern.codeLink', vscode.StatusBarAlignment.Left));
  private waiting: LinkedWords | undefined;

  constructor(private readonly context: CodeLinksContext) {
    this.status.name = vscode.l10n.t('Link to Code');
    this.status.command = COMMAND.linkCode;
    this.status.backgroundColor = new vscode.ThemeColor('statusBarItem.warningBackground');
  }

  dispose(): void {
    this.owned.dispose();
  }

  /** Links the selected code to the words that wait, else to words that are chosen. */
  async link(): Promise<void> {
    const code = await selectedCode();
    const words = this.waiting ?? (await pickWords(this.context));
    if (words === undefined) {
      return;
    }
    const annotation = await this.save(words, code);
    this.wait(undefined);
    const open = vscode.l10n.t('Open in Reader');
    const done = vscode.l10n.t('{0} is linked to “{1}” now.', placeWords(code), wordsOf(annotation));
    this.context.log.run(async () => {
      const choice = await vscode.window.showInformationMessage(done, open);
      return choice && vscode.commands.executeCommand(COMMAND.openPaper, annotation.paper, annotation.id);
    });
  }

  async begin(argument: BeginArgument): Promise<void> {
    const { papers, annotations } = this.context;
    if ('thread' in argument) {
      const { first } = argument.thread;
      this.ask({ paper: await paperOf(papers, first.paper), annotation: first }); return;
    }
    const paper = await paperOf(papers, argument.paper);
    if ('annotation' in argument) {
      this.ask({ paper, annotation: await annotationOf(annotations, paper.key, argument.annotation) }); return;
    }
    const target = describeTarget(paper.abstract, argument.range);
    if (argument.range.end > paper.abstract.length || target.exact.trim() === '') {
      throw new ReaderError(vscode.l10n.t('The abstract has no such words any more. Select them again.'));
    }
    this.ask({ paper, target });
  }

  /** The code of a link is to be other code. */
  async relocate(argument: LinkArgument): Promise<void> {
    const { annotation, target } = await linkOf(this.context.annotations, argument);
    this.ask({ paper: await paperOf(this.context.papers, annotation.paper), annotation, instead: target });
  }

  /** The words wait no more. */
  cancel(): void {
    this.wait(undefined);
  }

  /** Asks for code; nobody waits for it. */
  private ask(words: LinkedWords): void {
    this.wait(words);
    const editor = codeEditor();
    const here = editor === undefined || editor.selection.isEmpty ? undefined : vscode.l10n.t('Link {0}', placeWords({ path: vscode.workspace.asRelativePath(editor.document.uri), lines: selectedLines(editor) }));
    const cancel = vscode.l10n.t('Cancel');
    const message = vscode.l10n.t('Select the code for “{0}”, then choose Link to Paper Sentence in its context menu, or in the status bar.', quoteOf(words));
    this.context.log.run(async () => {
      const choice = await vscode.window.showInformationMessage(message, ...(here === undefined ? [] : [here]), cancel);
      if (choice === cancel && this.waiting === words) {
        this.cancel();
      } else if (choice !== undefined && choice === here && this.waiting === words) {
        await this.link();
      }
    });
  }

  private wait(words: LinkedWords | undefined): void {
    this.waiting = words;
    void vscode.commands.executeCommand('setContext', WAITING_KEY, words !== undefined);
    if (words === undefined) {
      this.status.hide();
      return;
    }
    const quote = quoteOf(words);
    this.status.text = `$(link) ${vscode.l10n.t('Link selected code')}`;
    this.status.tooltip = vscode.l10n.t('To “{0}” of {1}', quote, words.paper.title);
    this.status.accessibilityInformation = { label: vscode.l10n.t('Link the selected code to “{0}”', quote), role: 'button' };
    this.status.show();
  }

  /** @returns the annotation that links to the code now */
  private async save(words: LinkedWords, code: CodeTarget): Promise<Annotation> {
    const { annotations } = this.context;
    if ('target' in words) {
      return annotations.add({ paper: words.paper.key, target: words.target, code: [code] });
    }
    const annotation = await annotationOf(annotations, words.paper.key, words.annotation.id);
    const { instead } = words;
    const isSame = (one: CodeTarget) => (other: CodeTarget) => one.path === other.path && one.lines.first === other.lines.first && one.lines.last === other.lines.last;
    const known = annotation.code ?? [];
    const others = known.filter((one) => !isSame(code)(one) && (instead === undefined || !isSame(instead)(one)));
    return annotations.change(annotation, { code: [...others, code] });
  }
}

function quoteOf(words: LinkedWords): string {
  return 'target' in words ? shortWords(words.target.exact) : wordsOf(words.annotation);
}
