// Adds up, one invocation per replica, the correct rollouts of this step and those among them whose
// weight is negative: correct answers that the rule makes less likely.

override threads : u32 = 32; // replicas per workgroup

// Weights nearer to zero than this are ties with the mean of the group, and differ from it by rounding alone.
const TIE = 2e-5;

@group(0) @binding(1) var<storage, read> rollouts : array<u32>;     // [replicas, problems, group]
@group(0) @binding(2) var<storage, read> weights : array<f32>;      // [replicas, problems, group]
@group(0) @binding(3) var<storage, read_write> counts : array<u32>; // [replicas, 2]: correct, of these pushed down

@compute @workgroup_size(threads)
fn main(@builtin(global_invocation_id) id : vec3u) {
  let replica = id.x;
  if (replica >= shape.replicas) { return; }

  var correct = 0u;
  var pushed_down = 0u;
  let first = replica * PROBLEMS * shape.group;
  for (var i = first; i < first + PROBLEMS * shape.group; i += 1u) {
    if ((rollouts[i] & CORRECT) == 0u) { continue; }
    correct += 1u;
    pushed_down += select(0u, 1u, weights[i] < -TIE);
  }
  counts[2u * replica] += correct;
  counts[2u * replica + 1u] += pushed_down;
}
