import { compileShard } from '../../../src/core/search/compile';
import type { SearchDocument } from '../../../src/core/search/document';
import { internShard } from '../../../src/core/search/shard';
import { Vocabulary } from '../../../src/core/search/vocabulary';

/** The vocabulary of documents, as one shard. */
export function vocabularyOf(documents: readonly SearchDocument[]): Vocabulary {
  const vocabulary = new Vocabulary();
  vocabulary.add({ shard: internShard(compileShard(documents), vocabulary.table) });
  return vocabulary;
}
