import * as vscode from 'vscode';
import { placeOfTarget } from '../../core/anchors/place-of-target';
import { annotatedAbstract } from '../../core/annotations/annotated-abstract';
import { HIGHLIGHT_COLOURS, type HighlightColour } from '../../core/annotations/annotation';
import type { PaperKey } from '../../core/papers/paper';
import { Owned } from '../../platform/owned';
import { annotatedPaperKeyOf, paperKeyOf } from '../../platform/paper-uri';
import type { AnnotationsContext } from './annotations-context';
import { rangeInText } from './paper-text';

interface Mark {
  readonly colour: HighlightColour;
  readonly range: vscode.Range;
}

/** Lines under the annotated words wherever a paper is seen as text, on both sides of a comparison too. */
export class TextHighlights implements vscode.Disposable {
  private readonly owned = new Owned();
  private readonly types: ReadonlyMap<HighlightColour, vscode.TextEditorDecorationType>;

  constructor(private readonly context: AnnotationsContext) {
    const { annotations, papers, log } = context;
    this.types = new Map(HIGHLIGHT_COLOURS.map((colour) => [colour, this.owned.add(lineOf(colour))]));
    const draw = () => log.run(() => this.drawAll());
    this.owned.add(vscode.window.onDidChangeVisibleTextEditors(draw));
    this.owned.add(vscode.workspace.onDidChangeTextDocument(({ document }) => keyOf(document) !== undefined && draw()));
    this.owned.add(annotations.onDidChange(draw));
    this.owned.add(papers.onDidChange(draw));
    draw();
  }

  dispose(): void {
    this.owned.dispose();
  }

  private async drawAll(): Promise<void> {
    for (const editor of vscode.window.visibleTextEditors) {
      const key = keyOf(editor.document);
      const marks = key === undefined ? undefined : await this.marksIn(editor.document, key);
      if (marks !== undefined) {
        this.types.forEach((type, colour) => editor.setDecorations(type, marks.flatMap((mark) => (mark.colour === colour ? [mark.range] : []))));
      }
    }
  }

  private async marksIn(document: vscode.TextDocument, key: PaperKey): Promise<readonly Mark[] | undefined> {
    const [library, threads] = await Promise.all([this.context.papers.library(), this.context.annotations.threadsOf(key)]);
    const paper = library.paper(key);
    if (paper === undefined) {
      return undefined;
    }
    const former = annotatedPaperKeyOf(document.uri) === undefined ? undefined : annotatedAbstract(paper.abstract, library.abstractsOf(paper), threads);
    const shown = former === undefined ? paper : { ...paper, abstract: former };
    return threads.flatMap(({ first: { target, detached, colour } }) => {
      const anchor = target === undefined || detached ? undefined : placeOfTarget(shown.abstract, target);
      return anchor !== undefined && 'range' in anchor ? [{ colour, range: rangeInText(document, shown, anchor.range) }] : [];
    });
  }
}

function keyOf({ uri }: vscode.TextDocument): PaperKey | undefined {
  return paperKeyOf(uri) ?? annotatedPaperKeyOf(uri);
}

/** A line rather than a ground, so that the colours of a comparison stay what they are. */
function lineOf(colour: HighlightColour): vscode.TextEditorDecorationType {
  const themed = new vscode.ThemeColor(colour === 'grey' ? 'descriptionForeground' : `charts.${colour}`);
  return vscode.window.createTextEditorDecorationType({ borderStyle: 'solid', borderWidth: '0 0 2px 0', borderColor: themed, overviewRulerColor: themed });
}
