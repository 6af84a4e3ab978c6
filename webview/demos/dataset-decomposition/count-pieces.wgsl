// Pieces by bucket, and tokens, of every block of documents. One invocation per (block, replica), no atomics.
// counts[replica, column, block]

override threads : u32 = 64; // blocks per workgroup

@group(0) @binding(1) var<storage, read> lengths : array<u32>;       // [replicas, docs]
@group(0) @binding(2) var<storage, read_write> counts : array<u32>;  // [replicas, columns, blocks]

@compute @workgroup_size(threads)
fn main(@builtin(global_invocation_id) id : vec3u) {
  let block = id.x;
  let replica = id.y;
  if (block >= data.blocks) { return; }

  let end = min((block + 1u) * BLOCK, data.docs);
  let tokens_column = columns() - 1u;
  for (var bucket = 0u; bucket < tokens_column; bucket += 1u) {
    var pieces = 0u;
    for (var doc = block * BLOCK; doc < end; doc += 1u) {
      pieces += pieces_in(lengths[replica * data.docs + doc], bucket);
    }
    counts[count_at(replica, bucket, block)] = pieces;
  }
  var tokens = 0u;
  for (var doc = block * BLOCK; doc < end; doc += 1u) {
    tokens += lengths[replica * data.docs + doc];
  }
  counts[count_at(replica, tokens_column, block)] = tokens;
}
