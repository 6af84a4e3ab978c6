import type { Param } from '../../gpu/demo';

const at = <T>(quick: T, standard: T, gpu: T): { readonly quick: T; readonly standard: T; readonly gpu: T } => ({ quick, standard, gpu });

/** Ridge penalties of the sweep, strongest last; `10^exponent`. */
export const RIDGE_EXPONENTS = [-8, -7, -6, -5, -4, -3, -2, -1, 0] as const;

export const PARAMS: readonly Param[] = [
  {
    key: 'trained',
    label: 'Trained length L',
    help: 'The position logit is fitted at distances below L alone; the window of the Λ mask is as long.',
    form: 'integer',
    unit: 'tokens',
    min: 32,
    max: 512,
    step: 32,
    preset: at(128, 256, 512),
  },
  {
    key: 'sequence',
    label: 'Stream length N',
    help: 'Tokens that are predicted one after another; at least 8 L.',
    form: 'integer',
    unit: 'tokens',
    min: 256,
    max: 16_384,
    step: 256,
    preset: at(2048, 4096, 16_384),
  },
  {
    key: 'globals',
    label: 'Global tokens',
    help: 'First tokens that every query sees, however far away. Without any, the attention sink is lost.',
    form: 'integer',
    unit: 'tokens',
    min: 0,
    max: 64,
    step: 1,
    preset: at(8, 8, 8),
  },
  {
    key: 'ridge',
    label: 'Ridge penalty λ',
    help: 'Of the fit of the position logit. The weaker, the larger the weights, and the wilder what they say beyond L.',
    form: 'choice',
    choices: RIDGE_EXPONENTS.map((exponent) => ({ value: String(exponent), label: exponent === 0 ? '1' : `1e${String(exponent)}` })),
    preset: at('-4', '-4', '-4'),
  },
  {
    key: 'seed',
    label: 'Seed',
    help: 'Of the first stream and sink head; the others take the next two.',
    form: 'seed',
    unit: '',
    min: 0,
    max: 4_294_967_000,
    step: 1,
    preset: at(1, 1, 1),
  },
];
