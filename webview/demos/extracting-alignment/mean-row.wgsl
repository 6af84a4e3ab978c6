// The mean embedding of the samples of each seed, one invocation per (seed, bin).

override threads : u32 = 64; // (seed, bin) pairs per workgroup

@group(0) @binding(1) var<storage, read> rows : array<f32>;        // [documents, D]
@group(0) @binding(2) var<storage, read_write> means : array<f32>; // [seeds, D]

@compute @workgroup_size(threads)
fn main(@builtin(global_invocation_id) id : vec3u) {
  let bins = 4u * shape.width;
  if (id.x >= shape.seeds * bins) { return; }

  let first = (id.x / bins) * shape.samples;
  var sum = 0.0;
  for (var at = 0u; at < shape.samples; at += 1u) {
    sum += rows[(first + at) * bins + id.x % bins];
  }
  means[id.x] = sum / f32(shape.samples);
}
