// The position logit of a RoPE head at every distance, for several fits of its weights. One invocation per (distance, fit).
// logits[fit, D] = sum over frequencies j of a[fit, j] cos(D theta_j) + b[fit, j] sin(D theta_j)

override threads : u32 = 64; // distances per workgroup

struct Head {
  distances : u32,
  fits : u32,
  frequencies : u32,
}

@group(0) @binding(0) var<uniform> head : Head;
@group(0) @binding(1) var<storage, read> angles : array<vec2f>;        // [distances, frequencies]: cos and sin, from float64
@group(0) @binding(2) var<storage, read> weights : array<vec2f>;       // [fits, frequencies]: a and b
@group(0) @binding(3) var<storage, read_write> logits : array<f32>;    // [fits, distances]

@compute @workgroup_size(threads)
fn main(@builtin(global_invocation_id) id : vec3u) {
  let distance = id.x;
  let fit = id.y;
  if (distance >= head.distances) { return; }

  var sum = 0.0;
  for (var j = 0u; j < head.frequencies; j += 1u) {
    sum += dot(weights[fit * head.frequencies + j], angles[distance * head.frequencies + j]);
  }
  logits[fit * head.distances + distance] = sum;
}
