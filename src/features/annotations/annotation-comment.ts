import * as vscode from 'vscode';
import type { Annotation } from '../../core/annotations/annotation';
import { authorWord, kindWord } from './words';

/** An annotation in a thread of the text face. */
export class AnnotationComment implements vscode.Comment {
  body: string | vscode.MarkdownString;
  mode = vscode.CommentMode.Preview;
  readonly author: vscode.CommentAuthorInformation;
  readonly contextValue: string;
  readonly timestamp: Date;
  readonly label?: string;

  constructor(
    readonly annotation: Annotation,
    isReadOnly: boolean,
  ) {
    this.body = shownBody(annotation);
    this.author = { name: authorWord(annotation) };
    this.contextValue = isReadOnly ? 'readonly' : 'editable';
    this.timestamp = new Date(annotation.created);
    const facts = [...(annotation.kind === undefined ? [] : [kindWord(annotation.kind)]), ...annotation.tags.map((tag) => `#${tag}`)];
    if (facts.length > 0) {
      this.label = facts.join(' ');
    }
  }

  /** Shows the words themselves, to be changed. */
  edit(): void {
    this.body = this.annotation.comment;
    this.mode = vscode.CommentMode.Editing;
  }

  /** What the user has made of the words. */
  get text(): string {
    return typeof this.body === 'string' ? this.body : this.body.value;
  }
}

/** Not trusted: no commands, no HTML, and no pictures, which would be fetched. */
function shownBody({ comment, target }: Annotation): vscode.MarkdownString {
  const text = comment === '' ? `*${vscode.l10n.t('Highlight')}*` : comment.replace(/!(?=\[)/gu, '\\!');
  const body = new vscode.MarkdownString(comment === '' && target === undefined ? '' : text);
  body.isTrusted = false;
  body.supportHtml = false;
  return body;
}
