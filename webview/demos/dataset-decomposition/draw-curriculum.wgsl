// The order of batches in a training, cycle after cycle: a bucket is drawn by its weight, and leaves the
// cycle when its batches are spent. One invocation per training, since each draw depends on the last.
// picks[training, step] = bucket

override threads : u32 = 32; // trainings per workgroup

struct Draws {
  trainings : u32,
  buckets : u32,   // at most 32
  cycles : u32,
  capacity : u32,  // steps of one training that there is room for
}

@group(0) @binding(0) var<uniform> draws : Draws;
@group(0) @binding(1) var<storage, read> seeds : array<u32>;         // [trainings]
@group(0) @binding(2) var<storage, read> batches : array<u32>;       // [trainings, buckets], of one cycle
@group(0) @binding(3) var<storage, read> weights : array<u32>;       // [trainings, buckets]
@group(0) @binding(4) var<storage, read_write> picks : array<u32>;   // [trainings, capacity]

@compute @workgroup_size(threads)
fn main(@builtin(global_invocation_id) id : vec3u) {
  let training = id.x;
  if (training >= draws.trainings) { return; }

  let first = training * draws.buckets;
  var step = 0u;
  for (var cycle = 0u; cycle < draws.cycles; cycle += 1u) {
    var left : array<u32, 32>;
    var weight = 0u; // of the buckets that are not spent
    for (var bucket = 0u; bucket < draws.buckets; bucket += 1u) {
      left[bucket] = batches[first + bucket];
      if (left[bucket] > 0u) { weight += weights[first + bucket]; }
    }
    while (weight > 0u && step < draws.capacity) {
      var draw = random(seeds[training], 7u, step) % weight;
      var bucket = 0u;
      while (bucket + 1u < draws.buckets && (left[bucket] == 0u || draw >= weights[first + bucket])) {
        if (left[bucket] > 0u) { draw -= weights[first + bucket]; }
        bucket += 1u;
      }
      picks[training * draws.capacity + step] = bucket;
      step += 1u;
      left[bucket] -= 1u;
      if (left[bucket] == 0u) { weight -= weights[first + bucket]; }
    }
  }
}
