// Shared by the kernels that decompose data sets, and appended to each. Several data sets, one a
// replica, are worked on side by side; documents are counted in blocks, so that blocks are independent.

struct Data {
  docs : u32,      // documents of one data set
  blocks : u32,    // blocks of one data set, BLOCK documents each
  replicas : u32,  // data sets
  min_log2 : u32,  // the shortest pieces have 2^min_log2 tokens
  max_log2 : u32,  // the longest have 2^max_log2, which is also the length C of a chunk
  capacity : u32,  // pieces of one data set that there is room for
  chunks : u32,    // chunks of one data set that there is room for
}

const BLOCK = 64u;

@group(0) @binding(0) var<uniform> data : Data;

// Buckets, by growing length, and one column more for tokens.
fn columns() -> u32 {
  return data.max_log2 - data.min_log2 + 2u;
}

// Pieces of a document that fall into a bucket: a binary digit of its length; the last bucket takes all that is above.
fn pieces_in(length : u32, bucket : u32) -> u32 {
  let rest = length >> (data.min_log2 + bucket);
  return select(rest & 1u, rest, data.min_log2 + bucket == data.max_log2);
}

fn count_at(replica : u32, column : u32, block : u32) -> u32 {
  return (replica * columns() + column) * data.blocks + block;
}
