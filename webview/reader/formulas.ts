import { hasFormula, type Formula } from './formula';
import type * as FormulaHtml from './formula-html';

/** @returns MathML, or `undefined` when the formula cannot be read */
type FormulaSetter = (formula: Formula) => string | undefined;

let setter: FormulaSetter | undefined;
let loading: Promise<void> | undefined;

/** From now on formulas are set by this. */
export function setFormulasBy(next: FormulaSetter): void {
  setter = next;
}

/** A formula as MathML; `undefined` where it stays as it is written: it cannot be read, or what sets formulas is not loaded. */
export function setFormula(formula: Formula): string | undefined {
  return setter?.(formula);
}

/**
 * Loads what sets formulas if one of some texts has any. It is larger than the rest of the page, and most abstracts have none.
 *
 * @returns `undefined` when there is nothing to wait for
 */
export function prepareFormulas(texts: readonly string[]): Promise<void> | undefined {
  if (setter !== undefined || !texts.some(hasFormula)) {
    return undefined;
  }
  loading ??= load();
  return loading;
}

async function load(): Promise<void> {
  const folder = document.querySelector<HTMLElement>('#page')?.dataset['files'] ?? '.';
  try {
    const { formulaHtml } = (await import(`${folder}/formulas.js`)) as typeof FormulaHtml;
    setFormulasBy(formulaHtml);
  } catch (error) {
    loading = undefined;
    // The paper can be read with its formulas as they are written.
    console.error(error);
  }
}
