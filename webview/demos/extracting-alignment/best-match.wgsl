// The likest sample of each generation by three measures: 1 - distance / longer length, twice the common
// subsequence over both lengths, and the cosine. One invocation per generation.

override threads : u32 = 32; // generations per workgroup

@group(0) @binding(1) var<storage, read> spans : array<vec2u>;      // [documents]: first symbol, length
@group(0) @binding(2) var<storage, read> distances : array<u32>;    // [seeds * generations, samples]
@group(0) @binding(3) var<storage, read> subsequences : array<u32>; // [seeds * generations, samples]
@group(0) @binding(4) var<storage, read> cosines : array<f32>;      // [seeds * generations, samples]
@group(0) @binding(5) var<storage, read_write> best : array<f32>;   // [seeds * generations, 3]

@compute @workgroup_size(threads)
fn main(@builtin(global_invocation_id) id : vec3u) {
  if (id.x >= shape.seeds * shape.generations) { return; }

  let length = spans[document_of(id.x)].y;
  var largest = vec3f(0.0, 0.0, -1.0);
  for (var at = 0u; at < shape.samples; at += 1u) {
    let pair = id.x * shape.samples + at;
    let other = spans[sample_of(id.x, at)].y;
    largest = max(largest, vec3f(
      1.0 - f32(distances[pair]) / f32(max(length, other)),
      2.0 * f32(subsequences[pair]) / f32(length + other),
      cosines[pair]));
  }
  best[3u * id.x] = largest.x;
  best[3u * id.x + 1u] = largest.y;
  best[3u * id.x + 2u] = largest.z;
}
