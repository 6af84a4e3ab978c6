// Naive attention, step 1 of 3: S = Q K^T / sqrt(d), one invocation per score.

override threads : u32 = 64; // keys per workgroup

@group(0) @binding(3) var<storage, read> q : array<vec4f>;       // [heads, rows, depth]
@group(0) @binding(4) var<storage, read> k : array<vec4f>;       // [heads, rows, depth]
@group(0) @binding(5) var<storage, read_write> s : array<f32>;   // [heads, rows, rows]; unseen later keys are left out

@compute @workgroup_size(threads)
fn main(@builtin(global_invocation_id) id : vec3u) {
  let key = id.x;
  let row = shape.first_row + id.y;
  let head = id.z;
  if (row >= shape.end_row || key >= keys_end(row)) { return; }

  var score = MASKED;
  if (tile_seen(row, key)) {
    let query_at = (head * shape.rows + row) * depth;
    let key_at = (head * shape.rows + key) * depth;
    var sum = 0.0;
    for (var c = 0u; c < depth; c += 1u) {
      sum += dot(q[query_at + c], k[key_at + c]);
    }
    count_loads(8u * depth);
    score = sum * shape.scale;
  }
  s[(head * shape.rows + row) * shape.rows + key] = score;
  count_stores(1u);
  report_counts();
}
