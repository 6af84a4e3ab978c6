// Counter-based random numbers, bit-identical to random.ts.
// The hash is PCG-RXS-M-XS: Jarzynski and Olano, "Hash Functions for GPU Rendering" (JCGT 2020).

fn pcg(value : u32) -> u32 {
  let state = value * 747796405u + 2891336453u;
  let word = ((state >> ((state >> 28u) + 4u)) ^ state) * 277803737u;
  return (word >> 22u) ^ word;
}

// The index-th 32-bit number of a stream.
fn random(seed : u32, stream : u32, index : u32) -> u32 {
  return pcg(pcg(pcg(seed) ^ stream) + index);
}

// Uniform in [0, 1), a multiple of 2^-24.
fn uniform01(seed : u32, stream : u32, index : u32) -> f32 {
  return f32(random(seed, stream, index) >> 8u) * 0x1p-24f;
}

// Nearly normal: mean 0, variance 1. The sum of twelve 16-bit halves is an integer, hence exact.
fn gauss12(seed : u32, stream : u32, index : u32) -> f32 {
  var sum = -393210i;
  for (var part = 0u; part < 6u; part += 1u) {
    let bits = random(seed, stream, 6u * index + part);
    sum += i32((bits & 0xffffu) + (bits >> 16u));
  }
  return f32(sum) / 65536.0;
}
