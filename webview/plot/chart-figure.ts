import { quantity } from '../../src/core/runs/quantity';
import type { Chart } from '../../src/core/runs/result';
import { chartTable, type Cell } from './chart-table';
import { drawSwatch, SWATCH, type Key } from './legend';
import { onThemeChange, readTheme, type Theme } from './theme';
import { paintOn } from './surface';

/** A chart on a page, with its caption, its legend and its table twin. */
export interface ChartView {
  readonly figure: HTMLElement;
  /** Where the page puts its buttons. */
  readonly toolbar: HTMLElement;
  /** Shows the table to everyone; screen readers always have it. */
  showTable(shown: boolean): void;
  /** Stops following size and theme. */
  dispose(): void;
}

/** What draws the chart itself. */
export interface Body {
  readonly element: HTMLElement;
  readonly keys: readonly Key[];
  /** Called with the width to fill, at first and whenever width, theme or pixel ratio change. */
  draw(width: number, theme: Theme): void;
  dispose(): void;
}

export function chartFigure(chart: Chart, body: Body): ChartView {
  const figure = tag('figure', 'plot');
  const title = tag('h3', 'plot-title', chart.title);
  const caption = tag('figcaption', 'plot-caption', chart.caption);
  const toolbar = tag('div', 'plot-toolbar');
  const drawing = tag('div', 'plot-drawing');
  const legend = tag('ul', 'plot-legend');
  const table = tableTwin(chart);
  figure.dataset['testid'] = `chart-${chart.id}`;
  // The table says the same in words, so the picture need not be read out.
  drawing.ariaHidden = legend.ariaHidden = 'true';
  drawing.append(body.element);
  figure.append(title, caption, drawing, legend, toolbar, table);

  let width = 0;
  const draw = (): void => {
    if (width === 0) return;
    const theme = readTheme();
    body.draw(width, theme);
    legend.replaceChildren(...(body.keys.length > 1 ? body.keys.map((key) => legendItem(key, theme)) : []));
  };
  const sizes = new ResizeObserver(([entry]) => {
    const available = Math.floor(entry?.contentRect.width ?? 0);
    if (available !== width) {
      width = available;
      draw();
    }
  });
  sizes.observe(drawing);
  const forgetTheme = onThemeChange(draw);
  const forgetRatio = onPixelRatioChange(draw);

  return {
    figure,
    toolbar,
    showTable(shown) {
      table.classList.toggle('plot-table-shown', shown);
      // Only what is seen can be scrolled, and only that needs the keyboard.
      if (shown) table.tabIndex = 0;
      else table.removeAttribute('tabindex');
    },
    dispose() {
      sizes.disconnect();
      forgetTheme();
      forgetRatio();
      body.dispose();
    },
  };
}

function legendItem(key: Key, theme: Theme): HTMLElement {
  const canvas = tag('canvas', '');
  const painter = {
    height: () => SWATCH.height,
    paint: (context: CanvasRenderingContext2D) => drawSwatch(context, key, theme, 0, 0),
  };
  paintOn(canvas, painter, SWATCH.width, theme, devicePixelRatio);
  const item = tag('li', '');
  item.append(canvas, key.name);
  return item;
}

function tableTwin(chart: Chart): HTMLElement {
  const { head, rows } = chartTable(chart);
  const region = tag('div', 'plot-table');
  region.role = 'region';
  region.ariaLabel = `${chart.title}, as a table`;
  const table = tag('table', '');
  table.append(tag('caption', '', chart.title));
  const headRow = table.createTHead().insertRow();
  headRow.append(...head.map((text, index) => headCell(text, 'col', index > 0)));
  const tableBody = table.createTBody();
  for (const [name, ...cells] of rows) {
    const row = tableBody.insertRow();
    row.append(headCell(cellText(name ?? null), 'row', typeof name === 'number'), ...cells.map(valueCell));
  }
  region.append(table);
  return region;
}

function headCell(text: string, scope: 'col' | 'row', isNumber: boolean): HTMLElement {
  const cell = tag('th', isNumber ? 'number' : '', text);
  cell.scope = scope;
  return cell;
}

function valueCell(cell: Cell): HTMLElement {
  return tag('td', 'number', cellText(cell));
}

function cellText(cell: Cell): string {
  if (cell === null) return '–';
  return typeof cell === 'number' ? quantity(cell) : cell;
}

function tag<Name extends keyof HTMLElementTagNameMap>(name: Name, className: string, text = ''): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.textContent = text;
  return made;
}

/** The ratio changes with the zoom and with the screen. Returns how to stop. */
function onPixelRatioChange(listener: () => void): () => void {
  const stop = new AbortController();
  const watch = (): void => {
    const query = matchMedia(`(resolution: ${String(devicePixelRatio)}dppx)`);
    query.addEventListener('change', changed, { once: true, signal: stop.signal });
  };
  const changed = (): void => {
    watch();
    listener();
  };
  watch();
  return () => stop.abort();
}
