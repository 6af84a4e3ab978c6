import assert from 'node:assert/strict';
import fc from 'fast-check';
import { claimValueText } from '../../../src/core/claims/claim';
import { claimsOf } from '../../../src/core/claims/find-claims';
import { bundledPapers } from '../search/bundled-papers';
import { GOLD } from './gold';

/** Value, unit and the words of each claim, as one line. */
function found(text: string): readonly string[] {
  return claimsOf(text).map((claim) => `${text.slice(claim.range.start, claim.range.end)} = ${claimValueText(claim)}`);
}

const forms: readonly (readonly [name: string, text: string, claims: readonly string[]])[] = [
  ['a factor', 'It has a 2.72x decoding speedup.', ['2.72x = 2.72×']],
  ['a factor by its sign', 'It is 2.4× faster.', ['2.4× = 2.4×']],
  ['a factor whose blank was lost', 'We see 3times speedup.', ['3times = 3×']],
  ['times in words', 'It is 10 times faster than vLLM.', ['10 times = 10×']],
  ['a fold', 'A 7-fold reduction in FLOPs.', ['7-fold = 7×']],
  ['a factor of', 'It cuts the cost by a factor of about 10.', ['about 10 = about 10×']],
  ['a range of percentages', 'It reduces length by 33-59%.', ['33-59% = 33–59 %']],
  ['a range with both signs', 'It reduces length by 33%–59%.', ['33%–59% = 33–59 %']],
  ['a range in words', 'It is 10x to 100x longer.', ['10x to 100x = 10–100×']],
  ['a change of time', 'Training time falls, reduced from 47 minutes to 34 minutes.', ['from 47 minutes to 34 minutes = 47 → 34 minutes']],
  ['a change of accuracy', 'We improve accuracy from 1% (standard) to more than 92%.', ['from 1% (standard) to more than 92% = 1 → 92 %']],
  ['a change by an arrow', 'It extends the context 64K → 2M tokens.', ['64K → 2M tokens = 64000 → 2000000 tokens']],
  ['a change of a score', 'It improves the caption score from 2.00 to 3.26.', ['from 2.00 to 3.26 = 2 → 3.26']],
  ['a percentage with a blank', 'It reduces latency by 5.2 %.', ['5.2 % = 5.2 %']],
  ['points with a bound', 'Gains of up to 8.5 points.', ['up to 8.5 points = up to 8.5 points']],
  ['percentage points', 'It is 3.5 percentage points better.', ['3.5 percentage points = 3.5 points']],
  ['a part', 'It needs 1/10 of the memory.', ['1/10 = 0.1×']],
  ['half of an amount', 'It needs half the memory and cuts latency in half.', ['half = 0.5×', 'half = 0.5×']],
  ['orders of magnitude', 'It is two orders of magnitude faster.', ['two orders of magnitude = 2 orders of magnitude']],
  ['a factor in TeX', 'It is $2.5\\times$ faster and 3$\\times$ smaller.', ['$2.5\\times$ = 2.5×', '3$\\times$ = 3×']],
  ['a percentage in TeX', 'A 77\\% length reduction.', ['77\\% = 77 %']],
  ['a score', 'It has 0.7 better perplexity.', ['0.7 = 0.7']],
  ['numbers that share a unit', 'Gains of 2.4 and 3.1 points.', ['2.4 = 2.4 points', '3.1 points = 3.1 points']],
  ['a power of ten', 'An error rate of $10^{-3}$ against an MSE of 10^{-2}.', ['$10^{-3} = 0.001', '10^{-2} = 0.01']],
];

const others: readonly (readonly [name: string, text: string])[] = [
  ['names of models', 'GPT-4, LLaMA-2-7B, Qwen2.5-32B, Llama 2 and gpt-3.5-turbo-16k are compared.'],
  ['years, tables and settings', 'In 2024, Table 2 shows k=5 in 3D (Shepard, 1967).'],
  ['sizes without a comparison', 'A 1.5B parameters model on 40B tokens and windows of up to 32,768 tokens.'],
  ['a share of the data', 'We train on 40% of the OSS-Instruct dataset.'],
  ['half of a thing', 'Deep Sink dedicates half of the sliding window to sink tokens.'],
  ['repetition', 'We run it 3 times a day and repeat each run 5 times.'],
  ['a grid', 'Images of 224x224 and 8×8 patches on 8x A100 GPUs.'],
  ['a range of sizes', 'Lengths ranging from 2k to 32k words.'],
  ['a setting', 'At 50% sparsity with a dropout of 10%.'],
  ['a list number', '1) first and 2) second.'],
  ['no digit', 'It improves hardware utilization by orders of magnitude.'],
];

describe('the rules for claims', () => {
  for (const [name, text, claims] of forms) {
    it(`find ${name}`, () => assert.deepEqual(found(text), claims));
  }
  for (const [name, text] of others) {
    it(`leave ${name} alone`, () => assert.deepEqual(found(text), []));
  }

  it('say what was measured, against what, and of which kind', () => {
    const text = 'Compared to vLLM, ours is slower. MEMO cuts peak GPU memory by 40% over Megatron-LM, with a 2.7x decoding speedup than HF and 3.1 points higher accuracy.';
    assert.deepEqual(
      claimsOf(text).map(({ kind, comparison, metric, baseline, sentence }) => [kind, comparison, metric, baseline, sentence.start]),
      [
        ['memory', 'reduction', 'peak GPU memory', 'Megatron-LM', 34],
        ['speed', 'speedup', 'decoding speedup', 'HF', 34],
        ['quality', 'improvement', 'higher accuracy', undefined, 34],
      ],
    );
  });

  it('find what a reader finds in the bundled abstracts', () => {
    let right = 0;
    let claimed = 0;
    const wrong: string[] = [];
    for (const { key, abstract } of bundledPapers) {
      const gold = [...(GOLD[key] ?? [])];
      for (const { range, values, unit } of claimsOf(abstract)) {
        claimed++;
        const quote = abstract.slice(range.start, range.end);
        const index = gold.findIndex((one) => quote.endsWith(one.quote) && one.unit === unit && String(one.values) === String(values));
        if (index === -1) {
          wrong.push(`${key}: "${quote}" is none`);
        } else {
          right++;
          gold.splice(index, 1);
        }
      }
      wrong.push(...gold.map(({ quote }) => `${key}: "${quote}" was missed`));
    }
    const written = Object.values(GOLD).flat().length;
    assert.ok(right / claimed >= 0.95, `precision ${right / claimed}: ${wrong.join('; ')}`);
    assert.ok(right / written >= 0.95, `recall ${right / written}: ${wrong.join('; ')}`);
  });

  it('name only papers of the bundled digest in the list made by hand', () => {
    const keys = new Set(bundledPapers.map(({ key }) => key));
    assert.deepEqual(Object.keys(GOLD).filter((key) => !keys.has(key)), []);
  });

  it('give ranges inside the sentence and the text, whatever the text is', () => {
    const piece = fc.constantFrom('3x', ' 5%', '2-4', ' to ', 'from ', '$', '\\times', ' faster', '. ', '1/2', ' of', '(', ')', '10^{', '😀', ' points', 'K', '→', ',', 'half ', 'the ', 'memory');
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        for (const { range, sentence, values } of claimsOf(text)) {
          assert.ok(0 <= sentence.start && sentence.start <= range.start && range.start < range.end && range.end <= text.length);
          assert.ok(values.length > 0 && values.every((value) => Number.isFinite(value)));
        }
      }),
    );
  });

  it('take time in proportion to the length, whatever the text holds', () => {
    for (const piece of ['1', '1,', '1,234', '1 to ', 'from 1% to ', '5% and ', '1.', '3x ', 'a ', '(', '$', '1/', '-1', 'half ', '~', ' '.repeat(20), 'over ', 'factor of 1 to ']) {
      const text = piece.repeat(Math.ceil(100_000 / piece.length));
      assert.ok(claimsOf(text).length <= text.length);
    }
  });
});
