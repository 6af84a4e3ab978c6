// Naive attention, step 2 of 3: S becomes P = softmax(S), one invocation per row, three sweeps.

override threads : u32 = 64; // rows per workgroup

@group(0) @binding(3) var<storage, read_write> s : array<f32>; // [heads, rows, rows], replaced by P

@compute @workgroup_size(threads)
fn main(@builtin(global_invocation_id) id : vec3u) {
  let row = shape.first_row + id.x;
  let head = id.y;
  if (row >= shape.end_row) { return; }

  let first = (head * shape.rows + row) * shape.rows;
  let end = first + keys_end(row);
  var largest = MASKED;
  for (var at = first; at < end; at += 1u) {
    largest = max(largest, s[at]);
  }
  var sum = 0.0;
  for (var at = first; at < end; at += 1u) {
    sum += weight(s[at], largest);
  }
  // A row that sees no key at all gets zeros.
  let factor = select(0.0, 1.0 / sum, sum > 0.0);
  for (var at = first; at < end; at += 1u) {
    s[at] = weight(s[at], largest) * factor;
  }
  count_loads(3u * (end - first));
  count_stores(end - first);
  report_counts();
}

fn weight(score : f32, largest : f32) -> f32 {
  return select(0.0, exp(score - largest), score > 0.5 * MASKED);
}
