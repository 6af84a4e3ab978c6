// How well one attention head predicts the next token of a stream when nothing but distance tells keys apart:
// p(v) = KEPT * sum of the attention on earlier tokens v + (1 - KEPT) / V. One invocation per (position, stream).
// Position t is predicted from the keys 0 to t - 1; the query stands at t - 1, so the nearest key has distance 0.
// scores[stream, t] = (negative log-likelihood of token t, entropy of the attention); visits[stream, t] = keys seen

override threads : u32 = 64; // positions per workgroup

struct Task {
  tokens_in_stream : u32,
  first : u32,      // first position of this dispatch; long work is split
  end : u32,        // one past its last position
  globals : u32,    // keys at the beginning that no window hides
  window : u32,     // keys in a window
  cap : u32,        // greater distances take the logit of this one
  table : u32,      // where the head's logits begin in the table
  vocabulary : u32, // V
}

@group(0) @binding(0) var<uniform> task : Task;
@group(0) @binding(1) var<storage, read> tokens : array<u32>;             // [streams, tokens_in_stream]
@group(0) @binding(2) var<storage, read> logits : array<f32>;             // [fits, distances]
@group(0) @binding(3) var<storage, read_write> scores : array<vec2f>;     // [streams, tokens_in_stream]
@group(0) @binding(4) var<storage, read_write> visits : array<u32>;       // [streams, tokens_in_stream]

// A finite stand-in for minus infinity: WGSL promises nothing about infinities.
const MASKED = -1e30;
const KEPT = 0.95;

@compute @workgroup_size(threads)
fn main(@builtin(global_invocation_id) id : vec3u) {
  let position = task.first + id.x;
  if (position >= task.end) { return; }

  let stream = id.y * task.tokens_in_stream;
  let wanted = vec4u(tokens[stream + position]);
  let start = position - min(position, task.window);
  // First the keys that no window hides, then those of the window.
  var spans = array<vec2u, 2>(vec2u(0u, min(task.globals, start)), vec2u(start, position));
  var largest = MASKED;
  var sum = 0.0;       // of e^(s - largest)
  var right = 0.0;     // the same, over keys that hold the wanted token
  var weighted = 0.0;  // of s e^(s - largest)
  var seen = 0u;
  for (var span = 0u; span < 2u; span += 1u) {
    let end = spans[span].y;
    for (var key = spans[span].x; key < end; key += 4u) {
      let keys = min(vec4u(key, key + 1u, key + 2u, key + 3u), vec4u(end - 1u));
      let within = vec4u(key, key + 1u, key + 2u, key + 3u) < vec4u(end);
      let at = task.table + min(vec4u(position - 1u) - keys, vec4u(task.cap));
      let found = vec4u(tokens[stream + keys.x], tokens[stream + keys.y], tokens[stream + keys.z], tokens[stream + keys.w]);
      let s = select(vec4f(MASKED), vec4f(logits[at.x], logits[at.y], logits[at.z], logits[at.w]), within);
      let next = max(largest, max(max(s.x, s.y), max(s.z, s.w)));
      let shrink = exp(largest - next);
      let weights = select(vec4f(), exp(s - next), within);
      sum = sum * shrink + dot(weights, vec4f(1.0));
      right = right * shrink + dot(weights, select(vec4f(), vec4f(1.0), found == wanted));
      weighted = weighted * shrink + dot(weights, s);
      seen += min(4u, end - key);
      largest = next;
    }
  }
  let likelihood = KEPT * right / max(sum, 1e-30) + (1.0 - KEPT) / f32(task.vocabulary);
  let entropy = select(0.0, largest + log(max(sum, 1e-30)) - weighted / max(sum, 1e-30), seen > 0u);
  scores[stream + position] = vec2f(-log(likelihood), entropy);
  visits[stream + position] = seen;
}
