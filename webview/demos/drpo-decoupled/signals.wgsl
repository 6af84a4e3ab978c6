// What a rollout's log-probability is multiplied by in the gradient: an invocation weighs the group of
// one problem of one replica by the rule of its arm.

override threads : u32 = 64; // (replica, problem) pairs per workgroup

const GRPO_LENGTH = 0u; // R = c (1 - a l/C), centred and divided by the deviation of the group
const RLOO_LP = 1u;     // R = c (1 - a sigmoid(z of the length among the correct)), leave-one-out
const DRPO = 2u;        // correct and incorrect rollouts weighed apart
const LONGEST = 512.0;  // C, tokens
const EPSILON = 1e-6;

struct Arm {
  rule : u32,
  strength : f32, // a of the two length penalties; 1 / Lambda of DRPO
  rate : f32,     // step size
}

@group(0) @binding(1) var<storage, read> arms : array<Arm>;
@group(0) @binding(2) var<storage, read> logits : array<f32>;        // [replicas, types, bins]
@group(0) @binding(3) var<storage, read> rollouts : array<u32>;      // [replicas, problems, group]
@group(0) @binding(4) var<storage, read_write> weights : array<f32>; // [replicas, problems, group]

@compute @workgroup_size(threads)
fn main(@builtin(global_invocation_id) id : vec3u) {
  let replica = id.x / PROBLEMS;
  if (replica >= shape.replicas) { return; }

  let arm = arms[replica / shape.seeds];
  let first = id.x * shape.group;
  if (arm.rule == DRPO) {
    let row = (replica * TYPES + (id.x % PROBLEMS) / PROBLEMS_PER_TYPE) * BINS;
    decoupled(arm, first, row);
  } else {
    relative(arm, first);
  }
}

// Each reward against the mean of the whole group. Offsets from the first are taken before the mean, so
// that a group of equal rewards gives exact zeros.
fn relative(arm : Arm, first : u32) {
  let group = f32(shape.group);
  var scale : Lengths;
  if (arm.rule == RLOO_LP) { scale = lengths_of_correct(first); }
  var offsets : array<f32, 16>;
  var origin = 0.0;
  var mean = 0.0;
  for (var i = 0u; i < shape.group; i += 1u) {
    let rollout = rollouts[first + i];
    let tokens = tokens_of(rollout);
    var penalty = tokens / LONGEST;
    if (arm.rule == RLOO_LP) {
      penalty = 1.0 / (1.0 + exp(-(tokens - scale.origin - scale.mean) / (scale.deviation + EPSILON)));
    }
    let reward = select(0.0, 1.0 - arm.strength * penalty, (rollout & CORRECT) != 0u);
    if (i == 0u) { origin = reward; }
    offsets[i] = reward - origin;
    mean += offsets[i] / group;
  }
  var variance = 0.0;
  for (var i = 0u; i < shape.group; i += 1u) {
    variance += (offsets[i] - mean) * (offsets[i] - mean) / group;
  }
  let divisor = select(sqrt(variance) + EPSILON, (group - 1.0) / group, arm.rule == RLOO_LP);
  for (var i = 0u; i < shape.group; i += 1u) {
    weights[first + i] = (offsets[i] - mean) / divisor / group;
  }
}

// Mean and deviation of the lengths of the correct rollouts, the mean relative to the first of them.
struct Lengths {
  origin : f32,
  mean : f32,
  deviation : f32,
}

fn lengths_of_correct(first : u32) -> Lengths {
  var count = 0.0;
  var origin = 0.0;
  var sum = 0.0;
  var squares = 0.0;
  for (var i = 0u; i < shape.group; i += 1u) {
    let rollout = rollouts[first + i];
    if ((rollout & CORRECT) == 0u) { continue; }
    if (count == 0.0) { origin = tokens_of(rollout); }
    let offset = tokens_of(rollout) - origin;
    count += 1.0;
    sum += offset;
    squares += offset * offset;
  }
  let mean = sum / max(count, 1.0);
  // Offsets are whole numbers below 512, so their squares are summed without rounding.
  let variance = max(squares / max(count, 1.0) - mean * mean, 0.0);
  return Lengths(origin, mean, sqrt(variance));
}

// Correct rollouts share a weight of 1 by exp((1 - l/C) / Lambda), incorrect ones a weight of -1 by
// exp(s / tau), s the log-probability. A group without both kinds teaches nothing.
fn decoupled(arm : Arm, first : u32, row : u32) {
  var shortest = LONGEST;
  var likeliest = -1e30;
  for (var i = 0u; i < shape.group; i += 1u) {
    let rollout = rollouts[first + i];
    if ((rollout & CORRECT) != 0u) {
      shortest = min(shortest, tokens_of(rollout));
    } else {
      // Logits serve as log-probabilities: the normaliser is common to the group and cancels.
      likeliest = max(likeliest, logits[row + (rollout & 0xffu)]);
    }
  }
  var shares : array<f32, 16>;
  var positive = 0.0;
  var negative = 0.0;
  for (var i = 0u; i < shape.group; i += 1u) {
    let rollout = rollouts[first + i];
    if ((rollout & CORRECT) != 0u) {
      shares[i] = exp((shortest - tokens_of(rollout)) / LONGEST * arm.strength);
      positive += shares[i];
    } else {
      shares[i] = exp((logits[row + (rollout & 0xffu)] - likeliest) / shape.tau);
      negative += shares[i];
    }
  }
  for (var i = 0u; i < shape.group; i += 1u) {
    var weight = 0.0;
    if (positive > 0.0 && negative > 0.0) {
      weight = select(-shares[i] / negative, shares[i] / positive, (rollouts[first + i] & CORRECT) != 0u);
    }
    weights[first + i] = weight;
  }
}
