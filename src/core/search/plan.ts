/** A shard of at most this many documents is built in a tenth of a second: it takes up single changes until it is full. */
export const DELTA_SIZE = 100;

/**
 * Which documents are indexed together, so that a change costs little and shards do not become many: a few new ones
 * share a small shard with those of the last changes; when that is full, it is folded into what other shards have left.
 *
 * @param missing positions of documents that no shard has
 * @param shards positions of the documents of each shard
 * @param size most documents of a shard
 * @returns positions for each shard to be built, ascending; the documents of a shard that is not full may be among them
 */
export function planShards(missing: readonly number[], shards: readonly (readonly number[])[], size: number): Uint32Array<ArrayBuffer>[] {
  if (missing.length === 0) {
    return [];
  }
  const withThose = (most: number): number[] => [...missing, ...shards.filter((shard) => shard.length <= most).flat()];
  const few = withThose(DELTA_SIZE);
  const together = few.length <= DELTA_SIZE ? few : withThose(Math.max(DELTA_SIZE, size / 2));
  const positions = Uint32Array.from(together).sort();
  const count = Math.ceil(positions.length / size);
  const share = Math.ceil(positions.length / count);
  return Array.from({ length: count }, (_, index) => positions.slice(index * share, (index + 1) * share));
}
