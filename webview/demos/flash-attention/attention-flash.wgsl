// Tiled attention: a workgroup owns a tile of query rows, one row per invocation, and copies the
// keys and values tile by tile into workgroup memory, where all its rows use them.

override threads : u32 = 32;   // invocations per workgroup, at least the query rows of a tile
override tile_keys : u32 = 32; // Bc, keys per tile, a multiple of 4

@group(0) @binding(3) var<storage, read> q : array<vec4f>;          // [heads, rows, depth]
@group(0) @binding(4) var<storage, read> k : array<vec4f>;          // [heads, rows, depth]
@group(0) @binding(5) var<storage, read> v : array<vec4f>;          // [heads, rows, depth]
@group(0) @binding(6) var<storage, read_write> o : array<vec4f>;    // [heads, rows, depth]
@group(0) @binding(7) var<storage, read_write> visits : array<u32>; // [query tiles, key tiles]: 1 + order of the visit, first head

var<workgroup> k_tile : array<vec4f, tile_keys * depth>;
var<workgroup> v_tile : array<vec4f, tile_keys * depth>;

@compute @workgroup_size(threads)
fn main(@builtin(workgroup_id) group : vec3u, @builtin(local_invocation_index) lane : u32) {
  let tile_first = shape.first_row + group.x * shape.tile_rows;
  let tile_last = min(tile_first + shape.tile_rows, shape.rows) - 1u;
  let head = group.y;
  let first = head * shape.rows;
  let row = tile_first + lane;
  let own = row <= tile_last; // invocations past the last row only help to copy

  var q_row : array<vec4f, 16>;
  var o_row : array<vec4f, 16>;
  if (own) {
    for (var c = 0u; c < depth; c += 1u) {
      q_row[c] = q[(first + row) * depth + c] * shape.scale;
    }
    count_loads(4u * depth);
  }

  var largest = MASKED;
  var sum = 0.0;
  var visit = 0u;
  let end = keys_end(tile_last);
  let row_end = keys_end(row);
  for (var tile = 0u; tile < end; tile += tile_keys) {
    if (!tile_seen(tile_first, tile)) { continue; }
    visit += 1u;
    if (counting && lane == 0u && head == 0u) {
      visits[(tile_first / shape.tile_rows) * ((shape.rows + tile_keys - 1u) / tile_keys) + tile / tile_keys] = visit;
    }
    let keys = min(tile_keys, shape.rows - tile);
    workgroupBarrier(); // every row is done with the tile before
    for (var at = lane; at < keys * depth; at += threads) {
      k_tile[at] = k[(first + tile) * depth + at];
      v_tile[at] = v[(first + tile) * depth + at];
      count_loads(8u);
    }
    workgroupBarrier(); // the tile is complete

    for (var key = 0u; key < keys; key += 4u) {
      let seen = vec4u(tile + key) + vec4u(0u, 1u, 2u, 3u) < vec4u(row_end);
      if (!own || !seen.x) { break; }
      let at = key * depth;
      var s = vec4f();
      for (var c = 0u; c < depth; c += 1u) {
        s += vec4f(
          dot(q_row[c], k_tile[at + c]),
          dot(q_row[c], k_tile[at + depth + c]),
          dot(q_row[c], k_tile[at + 2u * depth + c]),
          dot(q_row[c], k_tile[at + 3u * depth + c]));
      }
      s = select(vec4f(MASKED), s, seen);
      // The online softmax: m' = max(m, s), l' = e^(m-m') l + sum e^(s-m').
      let next = max(largest, max(max(s.x, s.y), max(s.z, s.w)));
      let shrink = exp(largest - next);
      let weights = select(vec4f(), exp(s - next), seen);
      largest = next;
      sum = sum * shrink + dot(weights, vec4f(1.0));
      for (var c = 0u; c < depth; c += 1u) {
        o_row[c] = o_row[c] * shrink
          + (v_tile[at + c] * weights.x + v_tile[at + depth + c] * weights.y
            + v_tile[at + 2u * depth + c] * weights.z + v_tile[at + 3u * depth + c] * weights.w);
      }
    }
  }

  if (own) {
    let factor = select(0.0, 1.0 / sum, sum > 0.0);
    for (var c = 0u; c < depth; c += 1u) {
      o[(first + row) * depth + c] = o_row[c] * factor;
    }
    count_stores(4u * depth);
  }
  report_counts();
}
