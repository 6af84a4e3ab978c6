// Levenshtein distance of every generation to every sample of its seed, one invocation per pair: Myers'
// bit-parallel algorithm in Hyyrö's form, in blocks of 32 symbols of the sample with a carry between.

override threads : u32 = 32; // samples per workgroup

@group(0) @binding(1) var<storage, read> spans : array<vec2u>;          // [documents]: first symbol, length
@group(0) @binding(2) var<storage, read> symbols : array<u32>;          // of all documents
@group(0) @binding(3) var<storage, read> masks : array<u32>;            // [seeds * samples, symbols, blocks]
@group(0) @binding(4) var<storage, read_write> distances : array<u32>;  // [seeds * generations, samples]

@compute @workgroup_size(threads)
fn main(@builtin(global_invocation_id) id : vec3u) {
  let generation = shape.first + id.y;
  if (generation >= shape.end || id.x >= shape.samples) { return; }

  let sample = sample_of(generation, id.x);
  let text = spans[document_of(generation)];
  let length = spans[sample].y;
  let last = (length - 1u) / 32u;
  // Vertical differences of +1 and of -1 down the current column.
  var plus : array<u32, 8>;
  var minus : array<u32, 8>;
  for (var block = 0u; block <= last; block += 1u) {
    plus[block] = 0xffffffffu;
  }
  var distance = length;
  for (var at = text.x; at < text.x + text.y; at += 1u) {
    let row = (sample * SYMBOLS + symbols[at]) * BLOCKS;
    // Horizontal differences that come in from above: the first row grows by one each column.
    var up = 1u;
    var down = 0u;
    for (var block = 0u; block <= last; block += 1u) {
      let equal = masks[row + block];
      let pv = plus[block];
      let mv = minus[block];
      let xv = equal | mv;
      let eq = equal | down;
      let xh = (((eq & pv) + pv) ^ pv) | eq;
      let ph = mv | ~(xh | pv);
      let mh = pv & xh;
      let top = select(31u, (length - 1u) % 32u, block == last);
      let ph_in = (ph << 1u) | up;
      let mh_in = (mh << 1u) | down;
      up = (ph >> top) & 1u;
      down = (mh >> top) & 1u;
      plus[block] = mh_in | ~(xv | ph_in);
      minus[block] = ph_in & xv;
    }
    distance += up - down;
  }
  distances[generation * shape.samples + id.x] = distance;
}
