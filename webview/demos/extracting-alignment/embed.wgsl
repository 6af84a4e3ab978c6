// Each document as the unit vector of its hashed groups of three and four symbols: an invocation counts
// the groups of one document in its own row, then divides by the length of the row.

override threads : u32 = 32; // documents per workgroup

@group(0) @binding(1) var<storage, read> spans : array<vec2u>;     // [documents]: first symbol, length
@group(0) @binding(2) var<storage, read> symbols : array<u32>;     // of all documents
@group(0) @binding(3) var<storage, read_write> rows : array<f32>;  // [documents, D]

@compute @workgroup_size(threads)
fn main(@builtin(global_invocation_id) id : vec3u) {
  if (id.x >= shape.seeds * (shape.samples + shape.generations)) { return; }

  let span = spans[id.x];
  let bins = 4u * shape.width;
  let row = id.x * bins;
  for (var bin = 0u; bin < bins; bin += 1u) {
    rows[row + bin] = 0.0;
  }
  var key = 1u; // a leading one, so that groups of three and of four never share a key
  for (var at = 0u; at < span.y; at += 1u) {
    key = ((key << 5u) | symbols[span.x + at]) & 0xfffffu;
    if (at >= 2u) { rows[row + pcg((key & 0x7fffu) | 0x8000u) % bins] += 1.0; }
    if (at >= 3u) { rows[row + pcg(key | 0x100000u) % bins] += 1.0; }
  }
  var squares = 0.0;
  for (var bin = 0u; bin < bins; bin += 1u) {
    squares += rows[row + bin] * rows[row + bin];
  }
  let factor = 1.0 / sqrt(max(squares, 1.0));
  for (var bin = 0u; bin < bins; bin += 1u) {
    rows[row + bin] *= factor;
  }
}
