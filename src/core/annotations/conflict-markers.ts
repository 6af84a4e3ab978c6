/** The two texts that a merge of git could not bring together. */
export interface MarkedConflict {
  readonly ours: string;
  readonly theirs: string;
}

const MARK = /^(<{7}|\|{7}|={7}|>{7})(?: .*)?$/u;

/** Both versions of a text in which git left its marks, also with the base between them; `undefined` for one without. */
export function readMarkedConflict(text: string): MarkedConflict | undefined {
  const ours: string[] = [];
  const theirs: string[] = [];
  let side: 'both' | 'ours' | 'base' | 'theirs' = 'both';
  let conflicts = 0;
  for (const line of text.split(/\r?\n/u)) {
    const mark = MARK.exec(line)?.[1]?.charAt(0);
    if (mark === '<' && side === 'both') {
      side = 'ours';
    } else if (mark === '|' && side === 'ours') {
      side = 'base';
    } else if (mark === '=' && (side === 'ours' || side === 'base')) {
      side = 'theirs';
    } else if (mark === '>' && side === 'theirs') {
      side = 'both';
      conflicts++;
    } else {
      if (side === 'both' || side === 'ours') {
        ours.push(line);
      }
      if (side === 'both' || side === 'theirs') {
        theirs.push(line);
      }
    }
  }
  return conflicts > 0 && side === 'both' ? { ours: ours.join('\n'), theirs: theirs.join('\n') } : undefined;
}
