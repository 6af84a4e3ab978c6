import { contrast, cssColour, mix, parseColour, type Rgb } from './colour';

/** The colours and letters of the editor's theme, as canvas takes them. */
export interface Theme {
  readonly background: Rgb;
  readonly foreground: string;
  /** Labels of axes. */
  readonly muted: string;
  readonly grid: string;
  /** One colour a series, in order; more series start over with other marks. */
  readonly series: readonly string[];
  readonly fontFamily: string;
}

/** WCAG 2.2 asks graphics for this much contrast with what they lie on. */
const LEAST_CONTRAST = 3;

const SERIES = ['blue', 'orange', 'green', 'purple', 'red', 'yellow'] as const;

/** Reads the theme from VS Code's CSS variables. */
export function readTheme(): Theme {
  const styles = getComputedStyle(document.documentElement);
  const asRgb = canvasColours();
  const variable = (name: string, otherwise: string): string => styles.getPropertyValue(`--vscode-${name}`).trim() || otherwise;
  const background = asRgb(variable('editor-background', '#ffffff'));
  const foreground = asRgb(variable('foreground', variable('editor-foreground', '#3b3b3b')));
  return {
    background,
    foreground: cssColour(foreground),
    muted: cssColour(readable(asRgb(variable('descriptionForeground', cssColour(foreground))), background, foreground)),
    grid: cssColour(mix(background, foreground, 0.16)),
    series: SERIES.map((name) => cssColour(readable(asRgb(variable(`charts-${name}`, cssColour(foreground))), background, foreground))),
    fontFamily: getComputedStyle(document.body).fontFamily || 'sans-serif',
  };
}

/** Calls back when the user changes the theme: VS Code rewrites the variables and the body's class. Returns how to stop. */
export function onThemeChange(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.body, { attributes: true, attributeFilter: ['class', 'data-vscode-theme-id'] });
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] });
  return () => observer.disconnect();
}

/** Moves a colour towards the foreground until it can be told from the background. */
function readable(colour: Rgb, background: Rgb, foreground: Rgb): Rgb {
  const steps = [0, 0.2, 0.4, 0.6, 0.8];
  const amount = steps.find((step) => contrast(mix(colour, foreground, step), background) >= LEAST_CONTRAST);
  return mix(colour, foreground, amount ?? 1);
}

/** Canvas understands every CSS colour and hands it back in one of two forms. */
function canvasColours(): (css: string) => Rgb {
  const context = document.createElement('canvas').getContext('2d');
  return (css) => {
    if (!context) return parseColour(css);
    context.fillStyle = '#808080';
    context.fillStyle = css;
    return parseColour(context.fillStyle);
  };
}
