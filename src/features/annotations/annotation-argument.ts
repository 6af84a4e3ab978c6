import * as vscode from 'vscode';
import type { Annotation } from '../../core/annotations/annotation';
import { ReaderError } from '../../platform/errors';
import { AnnotationComment } from './annotation-comment';
import type { ThreadNode } from './annotations-tree';
import { firstOf } from './text-face';

/** What a command on an annotation is about: a row of the list, a thread or a comment of the text face. */
export type AnnotationArgument = ThreadNode | { readonly reply: Annotation } | vscode.CommentThread | AnnotationComment;

/** @throws ReaderError when there is none */
export function annotationIn(argument: AnnotationArgument | undefined): Annotation {
  if (argument === undefined) {
    throw new ReaderError(vscode.l10n.t('Choose an annotation in the Annotations view first.'));
  }
  if (argument instanceof AnnotationComment) {
    return argument.annotation;
  }
  if ('thread' in argument) {
    return argument.thread.first;
  }
  return 'reply' in argument ? argument.reply : firstOf(argument);
}
