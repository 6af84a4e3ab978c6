/**
 * Program: `npm run -s score:anchors [-- --count N --seed N --corpus FILE.jsonl.gz --json --show N]`. Edits abstracts by chance, looks for
 * quotes in them, and says how many were found in the right place, beside finding by the words alone and by the nearest words. With `--code`
 * it edits Lectern's own code instead, or that of `--corpus FOLDER`. Exit code 1 when less than 99 % of what is recognisable is found, or when
 * more than 0.2 % of what is gone (1 % of code) is said to stand anywhere else, or any of it where it stood.
 */
import { parseArgs } from 'node:util';
import search from 'approx-string-match';
import type { Anchor, TextTarget } from '../../../src/core/anchors/text-target';
import { runProgram } from '../../host/reader-error';
import { readCorpus } from '../search/corpus';
import { readCode } from './code-corpus';
import { byCodeAlone, tryCodeEdits } from './code-score';
import { tryEdits, type Trial } from './score';
import { summarise, type Summary } from './summary';

const LEAST_RIGHT = 0.99;
const MOST_GONE_WRONG = 0.002;

/** Functions are written to patterns that sentences are not: of two that differ in a word, one is said to be the other, changed. */
const MOST_CODE_GONE_WRONG = 0.01;

await runProgram(async () => {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '2000' },
      seed: { type: 'string', default: '1' },
      corpus: { type: 'string' },
      show: { type: 'string', default: '0' },
      json: { type: 'boolean', default: false },
      code: { type: 'boolean', default: false },
    },
  });
  const [count, seed] = [Number(values.count), Number(values.seed)];
  const tries = values.code ? await triesOfCode(count, seed, values.corpus) : await triesOfQuotes(count, seed, values.corpus);
  const trials = tries.lectern;
  const finders = { ...Object.fromEntries(Object.entries(tries).map(([name, made]) => [name, summarise(made)])), lectern: summarise(trials) };
  console.log(values.json ? JSON.stringify(finders, null, 2) : table(finders));
  for (const trial of trials.filter(({ isRecognisable, verdict }) => (isRecognisable ? verdict !== 'right' : verdict === 'wrong')).slice(0, Number(values.show))) {
    console.log(JSON.stringify(trial));
  }
  const { recognisable, right, gone, goneWrong, goneSilent } = finders.lectern;
  return right >= recognisable * LEAST_RIGHT && goneWrong <= gone * (values.code ? MOST_CODE_GONE_WRONG : MOST_GONE_WRONG) && goneSilent === 0 ? 0 : 1;
});

type Tries = Readonly<Record<string, readonly Trial[]>> & { readonly lectern: readonly Trial[] };

async function triesOfQuotes(count: number, seed: number, corpus: string | undefined): Promise<Tries> {
  const { documents } = await readCorpus(corpus, 1);
  const abstracts = documents.map(({ abstract }) => abstract);
  return {
    lectern: tryEdits(abstracts, count, seed),
    'words alone': tryEdits(abstracts, count, seed, byWordsAlone),
    'nearest words': tryEdits(abstracts, count, seed, byNearestWords),
  };
}

async function triesOfCode(count: number, seed: number, folder: string | undefined): Promise<Tries> {
  const files = await readCode(folder);
  return { lectern: tryCodeEdits(files, count, seed), 'code alone': tryCodeEdits(files, count, seed, byCodeAlone) };
}

/** What a tool does that keeps a quote and no more. */
function byWordsAlone(text: string, { exact }: TextTarget): Anchor {
  const start = text.indexOf(exact);
  return start < 0 ? { state: 'orphaned' } : { state: 'moved', range: { start, end: start + exact.length } };
}

/** What Hypothesis does, in short: the words with the fewest differences, up to half of them; of several, those whose context is likest. */
function byNearestWords(text: string, { exact, prefix, suffix }: TextTarget): Anchor {
  const differences = (place: string, words: string) => (words === '' ? 0 : (search(place, words, words.length)[0]?.errors ?? words.length));
  const [best] = search(text, exact, Math.floor(exact.length / 2))
    .map(({ start, end, errors }) => ({ range: { start, end }, errors, apart: differences(text.slice(Math.max(0, start - prefix.length), start), prefix) + differences(text.slice(end, end + suffix.length), suffix) }))
    .sort((one, other) => one.errors - other.errors || one.apart - other.apart);
  return best === undefined ? { state: 'orphaned' } : { state: best.errors === 0 ? 'moved' : 'fuzzy', range: best.range, score: 1 - best.errors / exact.length };
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
