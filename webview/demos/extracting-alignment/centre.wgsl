// Takes the mean of its seed's samples from each embedding and makes it a unit vector again, in place:
// one invocation per document.

override threads : u32 = 32; // documents per workgroup

@group(0) @binding(1) var<storage, read> means : array<vec4f>;      // [seeds, D / 4]
@group(0) @binding(2) var<storage, read_write> rows : array<vec4f>; // [documents, D / 4]

@compute @workgroup_size(threads)
fn main(@builtin(global_invocation_id) id : vec3u) {
  let samples = shape.seeds * shape.samples;
  if (id.x >= samples + shape.seeds * shape.generations) { return; }

  var seed = id.x / shape.samples;
  if (id.x >= samples) { seed = (id.x - samples) / shape.generations; }
  let row = id.x * shape.width;
  var squares = 0.0;
  for (var at = 0u; at < shape.width; at += 1u) {
    let centred = rows[row + at] - means[seed * shape.width + at];
    rows[row + at] = centred;
    squares += dot(centred, centred);
  }
  let factor = 1.0 / sqrt(max(squares, 1e-20));
  for (var at = 0u; at < shape.width; at += 1u) {
    rows[row + at] *= factor;
  }
}
