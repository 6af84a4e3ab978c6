// The baseline: documents end to end, cut into chunks of C tokens. One invocation per (chunk, replica).
// stats[replica, chunk] = (documents in the chunk, causal pairs whose two tokens are of one document)

override threads : u32 = 64; // chunks per workgroup

@group(0) @binding(1) var<storage, read> lengths : array<u32>;        // [replicas, docs]
@group(0) @binding(2) var<storage, read> starts : array<u32>;         // [replicas, docs]
@group(0) @binding(3) var<storage, read> totals : array<u32>;         // [replicas, columns]
@group(0) @binding(4) var<storage, read_write> stats : array<vec2u>;  // [replicas, chunks]

@compute @workgroup_size(threads)
fn main(@builtin(global_invocation_id) id : vec3u) {
  let chunk = id.x;
  let replica = id.y;
  let tokens = totals[replica * columns() + columns() - 1u];
  if (chunk >= tokens >> data.max_log2) { return; } // what is left at the end makes no chunk

  let begin = chunk << data.max_log2;
  let end = begin + (1u << data.max_log2);
  let first = replica * data.docs;
  // The last document that begins at or before the chunk.
  var low = 0u;
  var high = data.docs;
  while (low + 1u < high) {
    let middle = (low + high) / 2u;
    if (starts[first + middle] <= begin) { low = middle; } else { high = middle; }
  }
  var found = 0u;
  var pairs = 0u;
  for (var doc = low; doc < data.docs; doc += 1u) {
    let doc_start = starts[first + doc];
    if (doc_start >= end) { break; }
    let share = min(doc_start + lengths[first + doc], end) - max(doc_start, begin);
    found += 1u;
    pairs += share * (share + 1u) / 2u;
  }
  stats[replica * data.chunks + chunk] = vec2u(found, pairs);
}
