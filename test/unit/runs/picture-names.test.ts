import assert from 'node:assert/strict';
import fc from 'fast-check';
import { pictureNames } from '../../../src/core/runs/picture-names';

describe('the file names of pictures', () => {
  it('are plot.png, then the names of the charts', () => {
    assert.deepEqual(pictureNames(['time-by-n', 'Bytes allocated', 'tiles']), ['plot.png', 'bytes-allocated.png', 'tiles.png']);
  });

  it('say nothing to a file system', () => {
    assert.deepEqual(pictureNames(['a', '../../etc/passwd', '', 'CON', 'plot', '文']), [
      'plot.png', 'etc-passwd.png', 'chart.png', 'chart-con.png', 'plot-2.png', 'chart-2.png',
    ]);
  });

  it('are plain and all different', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 12 }), (charts) => {
        const names = pictureNames(charts);
        return names.length === charts.length && new Set(names).size === names.length && names.every((name) => /^[a-z0-9][a-z0-9-]*\.png$/u.test(name));
      }),
    );
  });
});
