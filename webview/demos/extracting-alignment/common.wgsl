// Shared by the kernels of this demo, and appended to each: the sizes. Documents are numbered samples
// first, then generations; a generation meets the samples of its own seed.

const SYMBOLS = 27u; // letters and the space
const BLOCKS = 8u;   // words of 32 bits for one sample: at most 256 symbols

struct Shape {
  samples : u32,     // of one seed
  generations : u32, // of one seed
  seeds : u32,
  first : u32,       // first generation of this dispatch; long work is split
  end : u32,         // one past its last generation
  width : u32,       // D / 4, vectors of an embedding
}

@group(0) @binding(0) var<uniform> shape : Shape;

// The document that is sample `at` of the seed of a generation.
fn sample_of(generation : u32, at : u32) -> u32 {
  return (generation / shape.generations) * shape.samples + at;
}

// The document that is a generation.
fn document_of(generation : u32) -> u32 {
  return shape.seeds * shape.samples + generation;
}
