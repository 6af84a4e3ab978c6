// Length of the longest common subsequence of every generation and every sample of its seed, one
// invocation per pair: Hyyrö's bit-parallel form, a long addition over the blocks for each symbol.

override threads : u32 = 32; // samples per workgroup

@group(0) @binding(1) var<storage, read> spans : array<vec2u>;        // [documents]: first symbol, length
@group(0) @binding(2) var<storage, read> symbols : array<u32>;        // of all documents
@group(0) @binding(3) var<storage, read> masks : array<u32>;          // [seeds * samples, symbols, blocks]
@group(0) @binding(4) var<storage, read_write> lengths : array<u32>;  // [seeds * generations, samples]

@compute @workgroup_size(threads)
fn main(@builtin(global_invocation_id) id : vec3u) {
  let generation = shape.first + id.y;
  if (generation >= shape.end || id.x >= shape.samples) { return; }

  let sample = sample_of(generation, id.x);
  let text = spans[document_of(generation)];
  let last = (spans[sample].y - 1u) / 32u;
  var open : array<u32, 8>; // a zero for each symbol of the sample that adds to the subsequence
  for (var block = 0u; block <= last; block += 1u) {
    open[block] = 0xffffffffu;
  }
  for (var at = text.x; at < text.x + text.y; at += 1u) {
    let row = (sample * SYMBOLS + symbols[at]) * BLOCKS;
    var carry = 0u;
    for (var block = 0u; block <= last; block += 1u) {
      let before = open[block];
      let mask = masks[row + block];
      let met = before & mask;
      let part = before + met;
      let sum = part + carry;
      carry = select(0u, 1u, part < before || sum < part);
      open[block] = sum | (before & ~mask);
    }
  }
  var length = 0u;
  for (var block = 0u; block <= last; block += 1u) {
    length += countOneBits(~open[block]);
  }
  lengths[generation * shape.samples + id.x] = length;
}
