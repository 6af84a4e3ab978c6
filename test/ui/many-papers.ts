/** What a made-up paper is called and says, in the manner of titles and abstracts of the field. */
const METHODS = 'Sparse Adaptive Hierarchical Recurrent Latent Causal Modular Contrastive Streaming Quantised'.split(' ');
const THINGS = 'Attention Tokenisers Transformers Adapters Retrievers Planners Critics Encoders Samplers Memories'.split(' ');
const AIMS = 'Reasoning Translation Segmentation Navigation Summarisation Forecasting Alignment Compression Synthesis Grounding'.split(' ');
const CLAUSES = [
  'We study how %s behave when the context grows beyond what training has seen.',
  'Our analysis of %s shows that most of the cost is spent on tokens that never matter.',
  'Experiments on eight benchmarks show that %s keep their accuracy at a third of the memory.',
  'We release code, models and the records of all runs so that %s can be compared.',
];

const FIRST_ID_OF_MONTH = 10_000;
const PAPERS_A_MONTH = 500;

/**
 * The answer of the Daily Papers API for as many papers as wanted, all different, over the months from January 2023 on.
 * The same number gives the same text.
 */
export function dailyPapersAnswer(count: number): string {
  return JSON.stringify(Array.from({ length: count }, (_, at) => item(at)));
}

/** Title of one of those papers. */
export function titleOf(at: number): string {
  return `${word(METHODS, at)} ${word(THINGS, at / 10)} for ${word(AIMS, at / 100)}: Study ${at + 1}`;
}

function item(at: number): object {
  const month = Math.floor(at / PAPERS_A_MONTH);
  const year = 2023 + Math.floor(month / 12);
  const twoDigits = String((month % 12) + 1).padStart(2, '0');
  const day = `${year}-${twoDigits}-${String((at % 28) + 1).padStart(2, '0')}`;
  const subject = `${word(METHODS, at / 7)} ${word(THINGS, at / 3)}`.toLowerCase();
  return {
    title: titleOf(at),
    numComments: at % 5,
    publishedAt: `${day}T08:00:00.000Z`,
    paper: {
      id: `${String(year).slice(2)}${twoDigits}.${FIRST_ID_OF_MONTH + (at % PAPERS_A_MONTH)}`,
      title: titleOf(at),
      summary: CLAUSES.map((clause, place) => clause.replace('%s', `${subject} of rank ${(at % 97) + place}`)).join(' '),
      publishedAt: `${day}T00:00:00.000Z`,
      authors: [{ name: `Ada Author${at % 401}` }, { name: `Ben Writer${at % 211}` }],
      upvotes: at % 100,
    },
  };
}

function word(words: readonly string[], at: number): string {
  return words[Math.floor(at) % words.length] ?? '';
}
