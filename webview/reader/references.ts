import type { ReaderReferences, ReferenceView } from '../../src/protocol/reader-references';
import { element, type Child } from '../ui/element';
import { actionButton } from './action-button';
import { drawCodeLinks, type CodeLinkActions } from './code-links';
import { nothing } from './section';

export interface ReferenceActions extends CodeLinkActions {
  readonly open: (id: string) => void;
  readonly findAll: () => void;
}

/** The code that is linked by hand, then the places in the workspace that cite the paper, or why there are none. */
export function drawReferences(data: { readonly key: string; readonly references: ReaderReferences }, actions: ReferenceActions): readonly Child[] {
  return [drawCodeLinks(data.references.links, actions), ...drawCitations(data, actions)];
}

function drawCitations({ key, references }: { readonly key: string; readonly references: ReaderReferences }, { open, findAll }: ReferenceActions): readonly Child[] {
  const { state, items, more, cappedAt } = references;
  if (state === 'noFolder') {
    return [nothing('No folder is open. In one, Lectern lists here where its files cite this paper.')];
  }
  if (state === 'reading') {
    return [nothing('Looking through the files of the workspace…')];
  }
  const capped = cappedAt === undefined ? undefined : nothing(`The workspace is large: its first ${cappedAt} files were looked through.`);
  if (items.length === 0) {
    return [element('p', { class: 'muted' }, ['No file cites this paper yet. Write ', element('code', {}, [`@paper:${key}`]), ' in a comment to cite it.']), capped];
  }
  const list = element('ul', { class: 'lines', 'data-testid': 'references' }, items.map((item, index) => referenceItem(item, index, open)));
  const rest = more === 0 ? undefined : actionButton(`Show all ${items.length + more}`, findAll, { icon: 'references', testId: 'all-references' });
  return [list, rest, capped];
}

function referenceItem({ id, path, line, preview, start, end }: ReferenceView, index: number, open: (id: string) => void): HTMLElement {
  const place = `${path}:${line}`;
  const name = element('button', { type: 'button', class: 'link', title: `Open ${place}`, 'data-testid': `reference-${index}` }, [place]);
  name.addEventListener('click', () => open(id));
  const words = element('code', { class: 'detail reference-line' }, [preview.slice(0, start), element('mark', {}, [preview.slice(start, end)]), preview.slice(end)]);
  return element('li', {}, [name, words]);
}
