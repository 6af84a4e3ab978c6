// Masked attention by an online softmax, without workgroup memory or barriers: each invocation owns
// two neighbouring query rows of one head in registers and walks over the keys it may see, four at a time.
// o[head, row, :] = sum over seen keys of softmax(scale q.k + logit_table[distance]) v[head, key, :]

override threads : u32 = 16;        // pairs of rows per workgroup
override depth : u32 = 8;           // vec4f per row of Q, K, V and O: d / 4, at most 16
override causal : bool = true;      // a query sees no key after itself
override windowed : bool = false;   // only the keys of its window and the first `globals` keys of the head
override segmented : bool = false;  // only keys of its own segment
override tabled : bool = false;     // adds a logit for the distance of query and key
override counting : bool = false;   // writes down how many keys each row saw

struct Task {
  rows : u32,       // queries and keys of one head
  base : u32,       // rows of all buffers before the first head
  first_row : u32,  // first query row of this dispatch; long work is split
  end_row : u32,    // one past its last query row
  globals : u32,    // keys at the beginning of a head that no window hides
  window : u32,     // keys in a window, the query's own included
  cap : u32,        // greater distances take the logit of this one
  scale : f32,      // of the products q.k
}

@group(0) @binding(0) var<uniform> task : Task;
@group(0) @binding(1) var<storage, read> q : array<vec4f>;             // [heads, rows, depth]
@group(0) @binding(2) var<storage, read> k : array<vec4f>;             // [heads, rows, depth]
@group(0) @binding(3) var<storage, read> v : array<vec4f>;             // [heads, rows, depth]
@group(0) @binding(4) var<storage, read_write> o : array<vec4f>;       // [heads, rows, depth]
@group(0) @binding(5) var<storage, read> segments : array<u32>;        // [heads, rows]: row at which the row's segment begins
@group(0) @binding(6) var<storage, read> logit_table : array<f32>;     // [cap + 1]
@group(0) @binding(7) var<storage, read_write> visits : array<u32>;    // [heads, rows]

// A finite stand-in for minus infinity: WGSL promises nothing about infinities.
const MASKED = -1e30;

// The running softmax of one row: largest score so far, sum of weights relative to it, keys seen.
struct Running {
  largest : f32,
  sum : f32,
  seen : u32,
}

// What four more keys do to a row: their weights, and the factor for everything gathered before.
struct Step {
  next : Running,
  weights : vec4f,
  shrink : f32,
}

@compute @workgroup_size(threads)
fn main(@builtin(global_invocation_id) id : vec3u) {
  let row_a = task.first_row + 2u * id.x;
  if (row_a >= task.end_row) { return; }

  let row_b = min(row_a + 1u, task.rows - 1u); // an odd last row is computed twice, stored once
  let first = task.base + id.y * task.rows;
  var q_a : array<vec4f, 16>;
  var q_b : array<vec4f, 16>;
  var o_a : array<vec4f, 16>;
  var o_b : array<vec4f, 16>;
  for (var c = 0u; c < depth; c += 1u) {
    q_a[c] = q[(first + row_a) * depth + c] * task.scale;
    q_b[c] = q[(first + row_b) * depth + c] * task.scale;
  }

  var run_a = Running(MASKED, 0.0, 0u);
  var run_b = Running(MASKED, 0.0, 0u);
  let start = keys_start(first, row_a);
  // First the keys that no window hides, then those from the window's start on.
  var spans = array<vec2u, 2>(vec2u(0u, select(0u, min(task.globals, start), windowed)), vec2u(start, keys_end(row_b)));
  for (var span = 0u; span < 2u; span += 1u) {
    let end = spans[span].y;
    for (var key = spans[span].x; key < end; key += 4u) {
      // Keys past the end are read again from the last one and weigh nothing.
      let keys = vec4u(key, key + 1u, key + 2u, key + 3u);
      let within = keys < vec4u(end);
      let from_row = first + min(keys, vec4u(end - 1u));
      let at = from_row * depth;
      var s_a = vec4f();
      var s_b = vec4f();
      for (var c = 0u; c < depth; c += 1u) {
        let k0 = k[at.x + c];
        let k1 = k[at.y + c];
        let k2 = k[at.z + c];
        let k3 = k[at.w + c];
        s_a += vec4f(dot(q_a[c], k0), dot(q_a[c], k1), dot(q_a[c], k2), dot(q_a[c], k3));
        s_b += vec4f(dot(q_b[c], k0), dot(q_b[c], k1), dot(q_b[c], k2), dot(q_b[c], k3));
      }
      let step_a = advance(run_a, s_a + position_logits(row_a, keys), within & seen_from(first, row_a, keys, from_row));
      let step_b = advance(run_b, s_b + position_logits(row_b, keys), within & seen_from(first, row_b, keys, from_row));
      run_a = step_a.next;
      run_b = step_b.next;
      for (var c = 0u; c < depth; c += 1u) {
        let v0 = v[at.x + c];
        let v1 = v[at.y + c];
        let v2 = v[at.z + c];
        let v3 = v[at.w + c];
        o_a[c] = o_a[c] * step_a.shrink
          + (v0 * step_a.weights.x + v1 * step_a.weights.y + v2 * step_a.weights.z + v3 * step_a.weights.w);
        o_b[c] = o_b[c] * step_b.shrink
          + (v0 * step_b.weights.x + v1 * step_b.weights.y + v2 * step_b.weights.z + v3 * step_b.weights.w);
      }
    }
  }

  let factor_a = select(0.0, 1.0 / run_a.sum, run_a.sum > 0.0);
  let factor_b = select(0.0, 1.0 / run_b.sum, run_b.sum > 0.0);
  for (var c = 0u; c < depth; c += 1u) {
    o[(first + row_a) * depth + c] = o_a[c] * factor_a;
  }
  if (counting) { visits[first + row_a] = run_a.seen; }
  if (row_b > row_a) {
    for (var c = 0u; c < depth; c += 1u) {
      o[(first + row_b) * depth + c] = o_b[c] * factor_b;
    }
    if (counting) { visits[first + row_b] = run_b.seen; }
  }
}

// The online softmax: m' = max(m, s), l' = e^(m-m') l + sum e^(s-m').
fn advance(run : Running, scores : vec4f, seen : vec4<bool>) -> Step {
  let s = select(vec4f(MASKED), scores, seen);
  let largest = max(run.largest, max(max(s.x, s.y), max(s.z, s.w)));
  let shrink = exp(run.largest - largest);
  let weights = select(vec4f(), exp(s - largest), seen);
  let ones = select(vec4u(), vec4u(1u), seen);
  return Step(Running(largest, run.sum * shrink + dot(weights, vec4f(1.0)), run.seen + dot(ones, vec4u(1u))), weights, shrink);
}

// The first key, apart from the global ones, that a row or any row after it may see.
fn keys_start(first : u32, row : u32) -> u32 {
  var start = 0u;
  if (segmented) { start = segments[first + row]; }
  if (windowed) { start = max(start, row + 1u - min(row + 1u, task.window)); }
  return start;
}

// One past the last key that a row may see.
fn keys_end(row : u32) -> u32 {
  return select(task.rows, min(row + 1u, task.rows), causal);
}

fn seen_from(first : u32, row : u32, keys : vec4u, from_row : vec4u) -> vec4<bool> {
  var seen = keys < vec4u(keys_end(row));
  if (windowed) { seen &= (keys < vec4u(task.globals)) | (keys + task.window > vec4u(row)); }
  if (segmented) {
    seen &= vec4u(segments[from_row.x], segments[from_row.y], segments[from_row.z], segments[from_row.w]) == vec4u(segments[first + row]);
  }
  return seen;
}

fn position_logits(row : u32, keys : vec4u) -> vec4f {
  if (!tabled) { return vec4f(); }
  let distance = min(max(vec4u(row), keys) - min(vec4u(row), keys), vec4u(task.cap));
  return vec4f(logit_table[distance.x], logit_table[distance.y], logit_table[distance.z], logit_table[distance.w]);
}
