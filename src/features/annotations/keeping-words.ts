import { isoWithZone } from '../../core/runs/run-id';
import { randomSuffix } from '../../platform/files';
import type { Draft, Drafts } from '../../platform/stores';

/** Does what saves the user's words, with a draft of them on disk until it is done: where it fails, the draft stays. */
export async function keepingWords(drafts: Drafts, words: Pick<Draft, 'paper' | 'purpose' | 'comment'>, save: () => Promise<unknown>): Promise<void> {
  const draft = { ...words, id: `text-${randomSuffix()}`, modified: isoWithZone(new Date()) };
  await drafts.keep(draft);
  await save();
  await drafts.drop(draft.paper, draft.id);
}
