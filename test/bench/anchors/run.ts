/**
 * Program: `npm run -s score:anchors [-- --count N --seed N --corpus FILE.jsonl.gz --json --show N]`. Edits abstracts by chance, looks for
 * quotes in them, and says how many were found in the right place, beside finding by the words alone. Exit code 1 when
 * less than 99 % of the recognisable quotes are, or when a quote that is gone is said to stand where it stood.
 */
import { parseArgs } from 'node:util';
import type { Anchor, TextTarget } from '../../../src/core/anchors/text-target';
import { runProgram } from '../../host/reader-error';
import { readCorpus } from '../search/corpus';
import { tryEdits } from './score';
import { summarise, type Summary } from './summary';

const LEAST_RIGHT = 0.99;

await runProgram(async () => {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '2000' },
      seed: { type: 'string', default: '1' },
      corpus: { type: 'string' },
      show: { type: 'string', default: '0' },
      json: { type: 'boolean', default: false },
    },
  });
  const { documents } = await readCorpus(values.corpus, 1);
  const abstracts = documents.map(({ abstract }) => abstract);
  const [count, seed] = [Number(values.count), Number(values.seed)];
  const trials = tryEdits(abstracts, count, seed);
  const finders = { lectern: summarise(trials), 'words alone': summarise(tryEdits(abstracts, count, seed, byWordsAlone)) };
  console.log(values.json ? JSON.stringify(finders, null, 2) : table(finders));
  for (const trial of trials.filter(({ isRecognisable, verdict }) => (isRecognisable ? verdict !== 'right' : verdict === 'wrong')).slice(0, Number(values.show))) {
    console.log(JSON.stringify(trial));
  }
  const { recognisable, right, goneSilent } = finders.lectern;
  return right >= recognisable * LEAST_RIGHT && goneSilent === 0 ? 0 : 1;
});

/** What a tool does that keeps a quote and no more. */
function byWordsAlone(text: string, { exact }: TextTarget): Anchor {
  const start = text.indexOf(exact);
  return start < 0 ? { state: 'orphaned' } : { state: 'moved', range: { start, end: start + exact.length } };
}

function table(finders: Readonly<Record<string, Summary>>): string {
  const share = (part: number, whole: number) => `${part} of ${whole} (${((100 * part) / Math.max(1, whole)).toFixed(2)} %)`;
  return Object.entries(finders)
    .map(([name, { recognisable, right, asked, missed, wrong, gone, goneWrong, goneSilent }]) =>
      [
        `${name}: ${share(right, recognisable)} recognisable quotes in the right place`,
        `  asked ${asked}, missed ${missed}, elsewhere ${wrong}`,
        `  of ${gone} that are gone, ${goneWrong} said to have moved or changed, ${goneSilent} said to stand as they stood`,
      ].join('\n'),
    )
    .join('\n');
}
