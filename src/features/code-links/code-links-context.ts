import type { Log } from '../../platform/log';
import type { ReferenceLibrary } from '../../platform/reference-library';
import type { CodeLinks } from '../../platform/code-stores';
import type { Annotations, Papers } from '../../platform/stores';

export interface CodeLinksContext {
  readonly papers: Papers;
  readonly annotations: Annotations;
  readonly codeLinks: CodeLinks;
  readonly cited: ReferenceLibrary;
  readonly log: Log;
}
