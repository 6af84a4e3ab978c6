const LONGEST_NAME = 60;

/**
 * File names for the pictures of a run's charts, one a chart: `plot.png` for the first, then the chart's own name without anything
 * that means something in a path; numbered when two would be the same.
 */
export function pictureNames(charts: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return charts.map((chart, index) => {
    const base = index === 0 ? 'plot' : plainName(chart);
    let name = base;
    for (let number = 2; taken.has(name); number++) {
      name = `${base}-${number}`;
    }
    taken.add(name);
    return `${name}.png`;
  });
}

function plainName(chart: string): string {
  const name = chart.toLowerCase().replace(/[^a-z0-9]+/gu, '-').slice(0, LONGEST_NAME).replace(/^-|-$/gu, '');
  // Windows keeps these for devices, with any ending.
  return name === '' || /^(?:con|prn|aux|nul|(?:com|lpt)\d)$/u.test(name) ? `chart${name === '' ? '' : `-${name}`}` : name;
}
