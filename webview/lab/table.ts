import { element, type Child } from '../ui/element';

export interface Column<Row> {
  readonly head: string;
  readonly isNumber?: boolean;
  readonly cell: (row: Row) => Child;
}

/** A table whose first column names its rows; sideways it scrolls by itself. */
export function tableOf<Row>(caption: string, columns: readonly Column<Row>[], rows: readonly Row[]): HTMLElement {
  return element('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': caption }, [
    element('table', {}, [
      element('caption', {}, [caption]),
      element('thead', {}, [element('tr', {}, columns.map(({ head, isNumber }) => element('th', { scope: 'col', class: classOf(isNumber) }, [head])))]),
      element(
        'tbody',
        {},
        rows.map((row) =>
          element(
            'tr',
            {},
            columns.map(({ cell, isNumber }, index) =>
              index === 0 ? element('th', { scope: 'row' }, [cell(row)]) : element('td', { class: classOf(isNumber) }, [cell(row)]),
            ),
          ),
        ),
      ),
    ]),
  ]);
}

function classOf(isNumber = false): string | undefined {
  return isNumber ? 'number' : undefined;
}
