import type { LabView } from '../../src/protocol/lab';
import type { Claim, Demo, ProvenanceTag } from '../gpu/demo';
import { element, type Child } from '../ui/element';
import { limitText, PRESET_NAMES } from './words';

const TAGS: Readonly<Record<ProvenanceTag, { readonly word: string; readonly meaning: string }>> = {
  repo: { word: 'repository', meaning: 'Checked in the paper’s public repository.' },
  known: { word: 'well known', meaning: 'The standard formula of the paper or of the work it builds on.' },
  abstract: { word: 'abstract', meaning: 'Only what the abstract says.' },
  reconstructed: { word: 'reconstructed', meaning: 'A reconstruction of the mechanism, not the paper’s own model.' },
};

/** Title, what the demo shows, its claims, and where each statement comes from. None of it changes. */
export function introView(demo: Demo, lab: LabView, onOpenPaper: (key: string) => void): readonly HTMLElement[] {
  return [
    element('header', { class: 'intro' }, [
      element('h1', {}, [demo.title]),
      element('p', { class: 'lead' }, [lab.summary]),
      lab.papers.length > 0 ? element('p', { class: 'muted' }, ['Paper: ', ...paperLinks(lab, onOpenPaper)]) : undefined,
    ]),
    section('Claims', [element('ul', { class: 'claims' }, demo.claims.map(claimItem))]),
    section('What this is', [
      element('p', {}, [demo.whatItIs]),
      element('p', {}, [element('strong', {}, ['What this is not. ']), demo.whatItIsNot]),
      element(
        'ul',
        { class: 'sources' },
        demo.provenance.map(({ statement, tag }) =>
          element('li', {}, [element('span', { class: 'tag', title: TAGS[tag].meaning }, [TAGS[tag].word]), ' ', statement]),
        ),
      ),
    ]),
  ];
}

function section(heading: string, children: readonly Child[]): HTMLElement {
  return element('section', {}, [element('h2', {}, [heading]), ...children]);
}

function paperLinks(lab: LabView, onOpenPaper: (key: string) => void): readonly Child[] {
  return lab.papers.flatMap(({ key, title }, index) => {
    const link = element('button', { class: 'link', type: 'button' }, [title]);
    link.addEventListener('click', () => onOpenPaper(key));
    return [index > 0 ? ', ' : undefined, link];
  });
}

function claimItem({ statement, operator, threshold, minPreset, needsRealGpu }: Claim): HTMLElement {
  const conditions = [
    `Threshold ${limitText(operator, threshold, '')}`,
    ...(minPreset === 'quick' ? [] : [`decided at the ${PRESET_NAMES[minPreset]} preset${minPreset === 'gpu' ? '' : ' and above'}`]),
    ...(needsRealGpu ? ['needs a hardware GPU'] : []),
  ];
  return element('li', {}, [statement, element('span', { class: 'condition' }, [`${conditions.join('; ')}.`])]);
}
