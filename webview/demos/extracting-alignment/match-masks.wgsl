// Where each symbol stands in each sample, as bits: one invocation per (sample, symbol).

override threads : u32 = 64; // (sample, symbol) pairs per workgroup

@group(0) @binding(1) var<storage, read> spans : array<vec2u>;        // [documents]: first symbol, length
@group(0) @binding(2) var<storage, read> symbols : array<u32>;        // of all documents
@group(0) @binding(3) var<storage, read_write> masks : array<u32>;    // [seeds * samples, symbols, blocks]

@compute @workgroup_size(threads)
fn main(@builtin(global_invocation_id) id : vec3u) {
  let document = id.x / SYMBOLS;
  let symbol = id.x % SYMBOLS;
  if (document >= shape.seeds * shape.samples) { return; }

  let span = spans[document];
  for (var block = 0u; block < BLOCKS; block += 1u) {
    var mask = 0u;
    for (var bit = 0u; bit < 32u && 32u * block + bit < span.y; bit += 1u) {
      mask |= select(0u, 1u << bit, symbols[span.x + 32u * block + bit] == symbol);
    }
    masks[id.x * BLOCKS + block] = mask;
  }
}
