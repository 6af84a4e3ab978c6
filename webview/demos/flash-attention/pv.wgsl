// Naive attention, step 3 of 3: O = P V, one invocation per four columns of a row.

override threads : u32 = 64; // quarter columns per workgroup

@group(0) @binding(3) var<storage, read> p : array<f32>;           // [heads, rows, rows]
@group(0) @binding(4) var<storage, read> v : array<vec4f>;         // [heads, rows, depth]
@group(0) @binding(5) var<storage, read_write> o : array<vec4f>;   // [heads, rows, depth]

@compute @workgroup_size(threads)
fn main(@builtin(global_invocation_id) id : vec3u) {
  let row = shape.first_row + id.x / depth;
  let column = id.x % depth;
  let head = id.y;
  if (row >= shape.end_row) { return; }

  let keys = keys_end(row);
  let first = (head * shape.rows + row) * shape.rows;
  var sum = vec4f();
  for (var key = 0u; key < keys; key += 1u) {
    sum += p[first + key] * v[(head * shape.rows + key) * depth + column];
  }
  o[(head * shape.rows + row) * depth + column] = sum;
  count_loads(5u * keys);
  count_stores(4u);
  report_counts();
}
