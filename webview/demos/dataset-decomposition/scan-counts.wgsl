// Exclusive prefix sums over the blocks, in place, and the totals. One invocation per (column, replica).
// counts[replica, column, block] = sum of the blocks before; totals[replica, column]

override threads : u32 = 64; // columns per workgroup

@group(0) @binding(1) var<storage, read_write> counts : array<u32>;  // [replicas, columns, blocks]
@group(0) @binding(2) var<storage, read_write> totals : array<u32>;  // [replicas, columns]

@compute @workgroup_size(threads)
fn main(@builtin(global_invocation_id) id : vec3u) {
  let column = id.x;
  let replica = id.y;
  if (column >= columns()) { return; }

  var sum = 0u;
  for (var block = 0u; block < data.blocks; block += 1u) {
    let at = count_at(replica, column, block);
    let count = counts[at];
    counts[at] = sum;
    sum += count;
  }
  totals[replica * columns() + column] = sum;
}
