// Writes every piece to its place, bucket after bucket and within a bucket in the order of documents,
// and where each document begins when all are laid end to end. One invocation per (block, replica).
// pieces[replica, place] = (document, first token); starts[replica, doc]

override threads : u32 = 64; // blocks per workgroup

@group(0) @binding(1) var<storage, read> lengths : array<u32>;         // [replicas, docs]
@group(0) @binding(2) var<storage, read> counts : array<u32>;          // [replicas, columns, blocks], scanned
@group(0) @binding(3) var<storage, read> totals : array<u32>;          // [replicas, columns]
@group(0) @binding(4) var<storage, read_write> pieces : array<vec2u>;  // [replicas, capacity]
@group(0) @binding(5) var<storage, read_write> starts : array<u32>;    // [replicas, docs]

@compute @workgroup_size(threads)
fn main(@builtin(global_invocation_id) id : vec3u) {
  let block = id.x;
  let replica = id.y;
  if (block >= data.blocks) { return; }

  let tokens_column = columns() - 1u;
  var next : array<u32, 32>; // place of the next piece, by bucket
  var before = 0u;
  for (var bucket = 0u; bucket < tokens_column; bucket += 1u) {
    next[bucket] = before + counts[count_at(replica, bucket, block)];
    before += totals[replica * columns() + bucket];
  }
  var begins = counts[count_at(replica, tokens_column, block)];
  let end = min((block + 1u) * BLOCK, data.docs);
  for (var doc = block * BLOCK; doc < end; doc += 1u) {
    let length = lengths[replica * data.docs + doc];
    var token = 0u;
    for (var bucket = tokens_column; bucket > 0u; bucket -= 1u) {
      for (var piece = pieces_in(length, bucket - 1u); piece > 0u; piece -= 1u) {
        pieces[replica * data.capacity + next[bucket - 1u]] = vec2u(doc, token);
        next[bucket - 1u] += 1u;
        token += 1u << (data.min_log2 + bucket - 1u);
      }
    }
    starts[replica * data.docs + doc] = begins;
    begins += length;
  }
}
