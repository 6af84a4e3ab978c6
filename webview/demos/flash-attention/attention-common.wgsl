// Shared by the kernels of this demo, and appended to each: the shape, the block mask, the counters.

struct Shape {
  rows : u32,       // N, queries and keys of one head
  heads : u32,      // H
  causal : u32,     // 1: a query sees no key after itself
  sparse : u32,     // 1: the block mask decides which tiles are seen
  first_row : u32,  // first query row of this dispatch; long work is split
  end_row : u32,    // one past its last query row
  tile_rows : u32,  // Br, query rows that share a tile of keys and values
  mask_rows : u32,  // query rows that one bit of the block mask covers
  mask_keys : u32,  // keys that one bit of the block mask covers
  mask_words : u32, // words of the block mask per row of tiles
  scale : f32,      // 1 / sqrt(d)
}

// A finite stand-in for minus infinity: WGSL promises nothing about infinities.
const MASKED = -1e30;

override depth : u32 = 8;         // vec4f per row of Q, K, V and O: d / 4
override counting : bool = false; // the instrumented form of the same code

@group(0) @binding(0) var<uniform> shape : Shape;
@group(0) @binding(1) var<storage, read> block_mask : array<u32>; // bit: this tile is seen
@group(0) @binding(2) var<storage, read_write> counters : array<atomic<u32>, 2>; // words loaded, words stored

var<private> loaded : u32; // words this invocation has read from storage buffers
var<private> stored : u32; // words it has written to them

fn count_loads(words : u32) {
  if (counting) { loaded += words; }
}

fn count_stores(words : u32) {
  if (counting) { stored += words; }
}

// To be called once at the end of every invocation that touched memory.
fn report_counts() {
  if (counting) {
    atomicAdd(&counters[0], loaded);
    atomicAdd(&counters[1], stored);
  }
}

// One past the last key that a query row may see.
fn keys_end(row : u32) -> u32 {
  return select(shape.rows, min(row + 1u, shape.rows), shape.causal == 1u);
}

// Whether the block mask lets this query row see the tile that holds this key.
fn tile_seen(row : u32, key : u32) -> bool {
  if (shape.sparse == 0u) { return true; }
  let tile = key / shape.mask_keys;
  count_loads(1u);
  return ((block_mask[(row / shape.mask_rows) * shape.mask_words + tile / 32u] >> (tile % 32u)) & 1u) == 1u;
}
