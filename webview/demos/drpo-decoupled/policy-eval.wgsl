// The exact expectation of accuracy and length under the policy, without sampling: one invocation per
// replica, mean over all its problems.

override threads : u32 = 32; // replicas per workgroup

@group(0) @binding(1) var<uniform> point : u32;                       // which point of the curve this is
@group(0) @binding(2) var<storage, read> logits : array<vec4f>;       // [replicas, types, bins / 4]
@group(0) @binding(3) var<storage, read> verifier : array<vec4f>;     // [seeds, problems, bins / 4]: P(correct)
@group(0) @binding(4) var<storage, read_write> curve : array<vec2f>;  // [points, replicas]: accuracy, tokens

@compute @workgroup_size(threads)
fn main(@builtin(global_invocation_id) id : vec3u) {
  let replica = id.x;
  if (replica >= shape.replicas) { return; }

  var accuracy = 0.0;
  var tokens = 0.0;
  for (var kind = 0u; kind < TYPES; kind += 1u) {
    let row = (replica * TYPES + kind) * (BINS / 4u);
    var policy = array<vec4f, 4>(logits[row], logits[row + 1u], logits[row + 2u], logits[row + 3u]);
    softmax(&policy);
    let first = (replica % shape.seeds) * PROBLEMS + kind * PROBLEMS_PER_TYPE;
    for (var quarter = 0u; quarter < 4u; quarter += 1u) {
      let lengths = (f32(4u * quarter) + vec4f(1.0, 2.0, 3.0, 4.0)) * TOKENS_PER_BIN;
      tokens += dot(policy[quarter], lengths);
      var chances = vec4f();
      for (var problem = first; problem < first + PROBLEMS_PER_TYPE; problem += 1u) {
        chances += verifier[problem * (BINS / 4u) + quarter];
      }
      accuracy += dot(policy[quarter], chances);
    }
  }
  curve[point * shape.replicas + replica] = vec2f(accuracy / f32(PROBLEMS), tokens / f32(TYPES));
}
