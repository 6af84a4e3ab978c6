// Shared by the kernels of this demo, and appended to each: the sizes, and the policy of one row of logits.

const BINS = 16u;            // lengths that an answer can have: four vectors of four
const TYPES = 4u;            // rows of logits of one replica
const PROBLEMS_PER_TYPE = 16u;
const PROBLEMS = 64u;
const TOKENS_PER_BIN = 32.0; // bin k is an answer of (k + 1) * 32 tokens
const CORRECT = 0x100u;      // set in a rollout whose answer is correct; the low byte is its bin

struct Shape {
  replicas : u32, // arms * seeds, numbered arm by arm
  seeds : u32,    // replicas of one arm
  group : u32,    // G, rollouts of one problem in one step, at most 16
  seed : u32,     // of the random numbers
  tau : f32,      // temperature over the incorrect rollouts of a group
}

@group(0) @binding(0) var<uniform> shape : Shape;

fn tokens_of(rollout : u32) -> f32 {
  return f32((rollout & 0xffu) + 1u) * TOKENS_PER_BIN;
}

// The policy of a row of logits: softmax in place, four bins in each vector.
fn softmax(row : ptr<function, array<vec4f, 4>>) {
  let upper = max(max((*row)[0], (*row)[1]), max((*row)[2], (*row)[3]));
  let largest = max(max(upper.x, upper.y), max(upper.z, upper.w));
  var sum = vec4f();
  for (var quarter = 0u; quarter < 4u; quarter += 1u) {
    (*row)[quarter] = exp((*row)[quarter] - largest);
    sum += (*row)[quarter];
  }
  let factor = 1.0 / dot(sum, vec4f(1.0));
  for (var quarter = 0u; quarter < 4u; quarter += 1u) {
    (*row)[quarter] *= factor;
  }
}
