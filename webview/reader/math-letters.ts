/** First code points of the styled alphabets in Unicode's block of mathematical letters. */
interface Alphabet {
  readonly capitals: number;
  readonly smalls: number;
  readonly digits?: number;
}

const ALPHABETS: Readonly<Record<string, Alphabet>> = {
  bold: { capitals: 0x1d400, smalls: 0x1d41a, digits: 0x1d7ce },
  'bold-italic': { capitals: 0x1d468, smalls: 0x1d482, digits: 0x1d7ce },
  script: { capitals: 0x1d49c, smalls: 0x1d4b6 },
  'bold-script': { capitals: 0x1d4d0, smalls: 0x1d4ea },
  fraktur: { capitals: 0x1d504, smalls: 0x1d51e },
  'bold-fraktur': { capitals: 0x1d56c, smalls: 0x1d586 },
  'double-struck': { capitals: 0x1d538, smalls: 0x1d552, digits: 0x1d7d8 },
  'sans-serif': { capitals: 0x1d5a0, smalls: 0x1d5ba, digits: 0x1d7e2 },
  monospace: { capitals: 0x1d670, smalls: 0x1d68a, digits: 0x1d7f6 },
};

/** Letters that Unicode had before it had their alphabets, in the places left empty for them. */
const EARLIER: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  script: { B: 'ℬ', E: 'ℰ', F: 'ℱ', H: 'ℋ', I: 'ℐ', L: 'ℒ', M: 'ℳ', R: 'ℛ', e: 'ℯ', g: 'ℊ', o: 'ℴ' },
  fraktur: { C: 'ℭ', H: 'ℌ', I: 'ℑ', R: 'ℜ', Z: 'ℨ' },
  'double-struck': { C: 'ℂ', H: 'ℍ', N: 'ℕ', P: 'ℙ', Q: 'ℚ', R: 'ℝ', Z: 'ℤ' },
};

/**
 * Letters and digits of a MathML `mathvariant` as the characters Unicode has for them; MathML Core dropped the
 * attribute, so browsers set `\mathbb{R}` as a plain R. What has no such character stays.
 *
 * Source: The Unicode Standard, Mathematical Alphanumeric Symbols (U+1D400 to U+1D7FF).
 */
export function styledLetters(text: string, variant: string): string {
  const alphabet = ALPHABETS[variant];
  if (alphabet === undefined) {
    return text;
  }
  const { capitals, smalls, digits } = alphabet;
  return text.replace(/[A-Za-z0-9]/gu, (character) => {
    const code = character.charCodeAt(0);
    if (character <= '9') {
      return digits === undefined ? character : String.fromCodePoint(digits + code - 48);
    }
    return EARLIER[variant]?.[character] ?? String.fromCodePoint(character <= 'Z' ? capitals + code - 65 : smalls + code - 97);
  });
}
