// Online softmax without workgroup memory or barriers: each invocation owns two neighbouring query
// rows in registers and walks over the keys four at a time.

override threads : u32 = 16; // pairs of rows per workgroup

@group(0) @binding(3) var<storage, read> q : array<vec4f>;         // [heads, rows, depth]
@group(0) @binding(4) var<storage, read> k : array<vec4f>;         // [heads, rows, depth]
@group(0) @binding(5) var<storage, read> v : array<vec4f>;         // [heads, rows, depth]
@group(0) @binding(6) var<storage, read_write> o : array<vec4f>;   // [heads, rows, depth]

// The running softmax of one row: largest score so far, sum of weights relative to it.
struct Running {
  largest : f32,
  sum : f32,
}

// What four more keys do to a row: their weights, and the factor for everything gathered before.
struct Step {
  next : Running,
  weights : vec4f,
  shrink : f32,
}

@compute @workgroup_size(threads)
fn main(@builtin(global_invocation_id) id : vec3u) {
  let row_a = shape.first_row + 2u * id.x;
  let head = id.y;
  if (row_a >= shape.end_row) { return; }

  let row_b = min(row_a + 1u, shape.rows - 1u); // an odd last row is computed twice, stored once
  let first = head * shape.rows;
  var q_a : array<vec4f, 16>;
  var q_b : array<vec4f, 16>;
  var o_a : array<vec4f, 16>;
  var o_b : array<vec4f, 16>;
  for (var c = 0u; c < depth; c += 1u) {
    q_a[c] = q[(first + row_a) * depth + c] * shape.scale;
    q_b[c] = q[(first + row_b) * depth + c] * shape.scale;
  }
  count_loads(8u * depth);

  var run_a = Running(MASKED, 0.0);
  var run_b = Running(MASKED, 0.0);
  let end = keys_end(row_b);
  for (var tile = 0u; tile < end; tile += shape.mask_keys) {
    if (!tile_seen(row_a, tile)) { continue; }
    let tile_end = min(tile + shape.mask_keys, end);
    for (var key = tile; key < tile_end; key += 4u) {
      // Keys past the end are read again from the last one and weigh nothing.
      let keys = vec4u(key, key + 1u, key + 2u, key + 3u);
      let at = (first + min(keys, vec4u(tile_end - 1u))) * depth;
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
      let step_a = advance(run_a, s_a, keys < vec4u(min(keys_end(row_a), tile_end)));
      let step_b = advance(run_b, s_b, keys < vec4u(tile_end));
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
      count_loads(32u * depth);
    }
  }

  let factor_a = select(0.0, 1.0 / run_a.sum, run_a.sum > 0.0);
  let factor_b = select(0.0, 1.0 / run_b.sum, run_b.sum > 0.0);
  for (var c = 0u; c < depth; c += 1u) {
    o[(first + row_a) * depth + c] = o_a[c] * factor_a;
  }
  count_stores(4u * depth);
  if (row_b > row_a) {
    for (var c = 0u; c < depth; c += 1u) {
      o[(first + row_b) * depth + c] = o_b[c] * factor_b;
    }
    count_stores(4u * depth);
  }
  report_counts();
}

// The online softmax: m' = max(m, s), l' = e^(m-m') l + sum e^(s-m').
fn advance(run : Running, scores : vec4f, seen : vec4<bool>) -> Step {
  let s = select(vec4f(MASKED), scores, seen);
  let largest = max(run.largest, max(max(s.x, s.y), max(s.z, s.w)));
  let shrink = exp(run.largest - largest);
  let weights = select(vec4f(), exp(s - largest), seen);
  return Step(Running(largest, run.sum * shrink + dot(weights, vec4f(1.0))), weights, shrink);
}
