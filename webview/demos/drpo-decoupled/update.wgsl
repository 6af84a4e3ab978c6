// One gradient step: an invocation gathers the rollouts of one problem type of one replica and moves its
// row of logits by rate / problems * sum w (onehot(bin) - policy).

override threads : u32 = 32; // (replica, type) pairs per workgroup

struct Arm {
  rule : u32,
  strength : f32,
  rate : f32,
}

@group(0) @binding(1) var<storage, read> arms : array<Arm>;
@group(0) @binding(2) var<storage, read> rollouts : array<u32>;       // [replicas, problems, group]
@group(0) @binding(3) var<storage, read> weights : array<f32>;        // [replicas, problems, group]
@group(0) @binding(4) var<storage, read_write> logits : array<vec4f>; // [replicas, types, bins / 4]
@group(0) @binding(5) var<storage, read_write> steps_done : u32;

@compute @workgroup_size(threads)
fn main(@builtin(global_invocation_id) id : vec3u) {
  let replica = id.x / TYPES;
  if (replica >= shape.replicas) { return; }

  let row = id.x * (BINS / 4u);
  var policy = array<vec4f, 4>(logits[row], logits[row + 1u], logits[row + 2u], logits[row + 3u]);
  softmax(&policy);

  var gathered : array<f32, 16>;
  var total = 0.0;
  let first = id.x * PROBLEMS_PER_TYPE * shape.group;
  for (var i = first; i < first + PROBLEMS_PER_TYPE * shape.group; i += 1u) {
    gathered[rollouts[i] & 0xffu] += weights[i];
    total += weights[i];
  }
  let rate = arms[replica / shape.seeds].rate / f32(PROBLEMS_PER_TYPE);
  for (var quarter = 0u; quarter < 4u; quarter += 1u) {
    let bin = 4u * quarter;
    let taken = vec4f(gathered[bin], gathered[bin + 1u], gathered[bin + 2u], gathered[bin + 3u]);
    logits[row + quarter] += rate * (taken - total * policy[quarter]);
  }
  if (id.x == 0u) { steps_done += 1u; }
}
