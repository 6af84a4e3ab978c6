/** Stable name of a demo, for example `flash-attention`. */
export type DemoSlug = string;

/** A bundled demo as the trees and the Reader list it; its page knows how to run it. */
export interface DemoEntry {
  readonly slug: DemoSlug;
  readonly title: string;
  /** Exact titles of the papers whose mechanism it shows. */
  readonly paperTitles: readonly string[];
  readonly theme: string;
  /** One sentence: what the demo shows. */
  readonly summary: string;
}

export const DEMOS: readonly DemoEntry[] = [
  {
    slug: 'flash-attention',
    title: 'FlashAttention',
    paperTitles: ['FlashAttention: Fast and Memory-Efficient Exact Attention with IO-Awareness'],
    theme: 'Attention and KV cache',
    summary:
      'Exact softmax attention computed tile by tile: the same result as the three-kernel form without ever storing the N×N score matrix.',
  },
];

export function demoBySlug(slug: DemoSlug): DemoEntry | undefined {
  return DEMOS.find((demo) => demo.slug === slug);
}

/** Demos whose papers include one of this exact title. */
export function demosForTitle(title: string): readonly DemoEntry[] {
  return DEMOS.filter((demo) => demo.paperTitles.includes(title));
}
