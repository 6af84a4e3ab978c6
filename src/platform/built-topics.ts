import type * as vscode from 'vscode';
import { parseTopicLexicon } from '../core/papers/topic-entry';
import { TopicFinder } from '../core/papers/topics';
import { readBuilt } from './built-files';

/** What finds the topics of papers; its lexicon is a file of the build, read when topics are first asked for. */
export async function loadTopics(extensionUri: vscode.Uri): Promise<TopicFinder> {
  return new TopicFinder(parseTopicLexicon(await readBuilt(extensionUri, 'topics.json')));
}
