// One step's rollouts: an invocation draws the G answers of one problem of one replica from its policy,
// and lets the verifier decide each. Arms of one seed meet the same random numbers.

override threads : u32 = 64; // (replica, problem) pairs per workgroup

@group(0) @binding(1) var<storage, read> steps_done : u32;
@group(0) @binding(2) var<storage, read> logits : array<vec4f>;       // [replicas, types, bins / 4]
@group(0) @binding(3) var<storage, read> verifier : array<f32>;       // [seeds, problems, bins]: P(correct)
@group(0) @binding(4) var<storage, read_write> rollouts : array<u32>; // [replicas, problems, group]

@compute @workgroup_size(threads)
fn main(@builtin(global_invocation_id) id : vec3u) {
  let replica = id.x / PROBLEMS;
  let problem = id.x % PROBLEMS;
  if (replica >= shape.replicas) { return; }

  let seed_index = replica % shape.seeds;
  let row = (replica * TYPES + problem / PROBLEMS_PER_TYPE) * (BINS / 4u);
  var policy = array<vec4f, 4>(logits[row], logits[row + 1u], logits[row + 2u], logits[row + 3u]);
  softmax(&policy);
  // Cumulated over the bins.
  var below = 0.0;
  for (var quarter = 0u; quarter < 4u; quarter += 1u) {
    let p = policy[quarter];
    policy[quarter] = below + vec4f(p.x, p.x + p.y, p.x + p.y + p.z, p.x + p.y + p.z + p.w);
    below = policy[quarter].w;
  }

  // The key of random(seed, stream, index), made once; streams 0 to 63 belong to the problems.
  let key = pcg(pcg(shape.seed) ^ (64u + seed_index));
  let first = (steps_done * PROBLEMS + problem) * shape.group;
  for (var i = 0u; i < shape.group; i += 1u) {
    let draw = unit(key + 2u * (first + i));
    // The bin is the number of bins that end at or below the draw.
    let ended = step(policy[0], vec4f(draw)) + step(policy[1], vec4f(draw)) + step(policy[2], vec4f(draw)) + step(policy[3], vec4f(draw));
    let bin = min(u32(dot(ended, vec4f(1.0))), BINS - 1u);
    let chance = verifier[(seed_index * PROBLEMS + problem) * BINS + bin];
    let correct = unit(key + 2u * (first + i) + 1u) < chance;
    rollouts[id.x * shape.group + i] = bin | select(0u, CORRECT, correct);
  }
}

fn unit(counter : u32) -> f32 {
  return f32(pcg(counter) >> 8u) * 0x1p-24f;
}
