// Cosine of every generation's embedding and that of every sample of its seed, one invocation per pair.

override threads : u32 = 32; // samples per workgroup

@group(0) @binding(1) var<storage, read> rows : array<vec4f>;         // [documents, D / 4], unit vectors
@group(0) @binding(2) var<storage, read_write> cosines : array<f32>;  // [seeds * generations, samples]

@compute @workgroup_size(threads)
fn main(@builtin(global_invocation_id) id : vec3u) {
  let generation = shape.first + id.y;
  if (generation >= shape.end || id.x >= shape.samples) { return; }

  let a = document_of(generation) * shape.width;
  let b = sample_of(generation, id.x) * shape.width;
  var sum = vec4f();
  for (var at = 0u; at < shape.width; at += 1u) {
    sum += rows[a + at] * rows[b + at];
  }
  cosines[generation * shape.samples + id.x] = dot(sum, vec4f(1.0));
}
