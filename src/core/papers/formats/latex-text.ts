import { parse } from '@retorquere/bibtex-parser';
import { splitFormulas } from '../../citations/latex';

/** Accents whose command is a sign; the others are letters, and a blank may follow. */
const ACCENT_SIGNS = '"\'`^~=.';
const ACCENT_LETTERS: ReadonlySet<string> = new Set(['u', 'v', 'H', 'c', 'd', 'b', 'r', 'k', 't', 'G', 'U']);

/** What an escaped sign prints. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['%', '%'], ['&', '&'], ['#', '#'], ['_', '_'], ['$', '$'], ['{', '{'], ['}', '}'],
  ['\\', '\n'], [' ', ' '], ['\n', ' '], [',', ' '], [';', ' '], [':', ' '], ['!', ''], ['-', ''], ['/', ''], ['@', ''],
]);

/** Commands that change the look of what follows. */
const LOOKS: ReadonlySet<string> = new Set(
  ('emph textbf textit textsl textsc texttt textrm textsf textup textnormal textmd text mbox hbox fbox underline uline ensuremath mathrm mathit mathbf mathcal mathbb ' +
    'em bf it sl sc tt rm sf bfseries itshape slshape scshape ttfamily rmfamily sffamily upshape normalfont textsuperscript textsubscript ' +
    'url path cite enquote mkbibquote mkbibemph relax protect nobreak allowbreak sloppy small footnotesize large').split(' '),
);

/** Commands whose first argument is not printed. */
const SILENT: ReadonlySet<string> = new Set(['href', 'noopsort', 'vspace', 'hspace', 'color', 'textcolor', 'label', 'vphantom', 'phantom']);

/** Commands that print a sign of ASCII; those of `escapeLatex` are among them. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['textbackslash', '\\'], ['textbraceleft', '{'], ['textbraceright', '}'], ['textasciicircum', '^'], ['textasciitilde', '~'],
  ['textless', '<'], ['textgreater', '>'], ['textbar', '|'], ['textquotesingle', "'"], ['textquotedbl', '"'], ['textunderscore', '_'],
  ['lbrace', '{'], ['rbrace', '}'], ['backslash', '\\'], ['space', ' '], ['newline', '\n'], ['par', '\n\n'], ['quad', ' '],
]);

/**
 * LaTeX as plain text: accents and symbols as the characters they print, without braces and commands that change the look. Formulas stay
 * as they stand, between dollar signs, and so do commands that are not known. TeX's dashes and quotation marks (`--`, ` `` `) stay too, as in
 * the texts that arXiv gives. Takes time linear in the text.
 */
export function latexText(latex: string): string {
  if (!/[\\{}~$]/u.test(latex)) {
    return latex;
  }
  return splitFormulas(latex).map(({ formula, text }) => (formula ? text : new LatexReader(text).read())).join('');
}

/** A value that LaTeX does not typeset, such as a URL: without the braces and backslashes that some programs put into it. */
export function verbatimText(value: string): string {
  const bare = value.trim().replace(/^\\(?:url|path)\s?\{(.*)\}$/su, '$1');
  return bare.replace(/\{?\\textasciitilde\s?(?:\{\})?\}?|\\~\{\}|\{\\~\}|\$\\sim\$/gu, '~').replace(/\\([_%&#$~{}])/gu, '$1').replace(/[{}]/gu, '').trim();
}

class LatexReader {
  private position = 0;
  private output = '';

  constructor(private readonly latex: string) {}

  read(): string {
    const plain = /[^\\{}~]+/uy;
    while (this.position < this.latex.length) {
      plain.lastIndex = this.position;
      const words = plain.exec(this.latex)?.[0];
      if (words !== undefined) {
        this.output += words;
        this.position += words.length;
        continue;
      }
      const character = this.latex.charAt(this.position);
      this.position++;
      if (character === '\\') {
        this.readCommand();
      } else if (character === '~') {
        this.output += ' ';
      }
    }
    return this.output;
  }

  private readCommand(): void {
    const word = this.match(/[A-Za-z]{1,64}\*?/uy);
    if (word === undefined) {
      this.readSign();
    } else if (ACCENT_LETTERS.has(word)) {
      this.match(/\s{1,100}/uy);
      this.readAccent(word, `\\${word} `);
    } else if (LOOKS.has(word)) {
      this.match(/\s{1,100}/uy);
    } else if (SILENT.has(word)) {
      this.match(/\s{0,100}\{[^{}]{0,2000}\}/uy);
    } else {
      const symbol = WORDS.get(word) ?? symbolOf(word);
      this.output += symbol ?? `\\${word}`;
      if (symbol !== undefined) {
        this.match(/\s{1,100}/uy);
      }
    }
  }

  private readSign(): void {
    const sign = this.latex.charAt(this.position);
    this.position++;
    if (sign !== '' && ACCENT_SIGNS.includes(sign)) {
      this.readAccent(sign, `\\${sign}`);
    } else {
      this.output += SIGNS.get(sign) ?? `\\${sign}`;
    }
  }

  /** @param raw what stands for the accent when there is nothing under it */
  private readAccent(accent: string, raw: string): void {
    const argument = this.match(/\{\s?\\?[^\s\\{}]{0,20}\s?\}|\\[A-Za-z]{1,10}|[^\s\\{}]/uy);
    const letters = (argument ?? '').replace(/[{}\s]/gu, '').replace(/^\\([ij])$/u, '$1');
    const base = letters.startsWith('\\') ? symbolOf(letters.slice(1)) ?? '' : letters;
    const [first = '', ...others] = Array.from(base);
    if (argument === undefined) {
      this.output += raw;
    } else if (first === '') {
      this.output += accent === '^' || accent === '~' ? accent : argument.replace(/[{}]/gu, '');
    } else {
      this.output += accented(accent, first) + others.join('');
    }
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.position;
    const match = pattern.exec(this.latex)?.[0];
    this.position += match?.length ?? 0;
    return match;
  }
}

function accented(accent: string, letter: string): string {
  const printed = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]$/u.test(letter) ? printedBy(`\\${accent}{${letter}}`) : undefined;
  return printed ?? letter;
}

/** What a command without arguments prints, or `undefined` where it is not known or prints more than characters (`\LaTeX`). */
function symbolOf(word: string): string | undefined {
  const printed = printedBy(`\\${word}{}`);
  return printed === undefined || printed === '' ? undefined : /[<\p{Cc}]/u.test(printed) ? word : printed;
}

/** Bibliographies use some hundred. A file with more is made to keep the library busy: what it adds stays as it stands. */
const MOST_REMEMBERED = 10_000;
const remembered = new Map<string, string | undefined>();

/** To be called before a text is read, so that one with too many commands costs no other. */
export function renewCommands(): void {
  if (remembered.size >= MOST_REMEMBERED) {
    remembered.clear();
  }
}

/**
 * What the library makes of a command. It is only asked for single commands, and once for each: on whole entries it takes 5 ms for an
 * abstract and minutes for a long hostile value, and gives up an entry for an odd dollar sign.
 */
function printedBy(command: string): string | undefined {
  if (!remembered.has(command) && remembered.size < MOST_REMEMBERED) {
    const { entries } = parse(`@misc{key, text = {${command}}}`, { sentenceCase: false, caseProtection: false, unsupported: 'ignore', applyCrossRef: false });
    const text: unknown = entries[0]?.fields['text'];
    remembered.set(command, typeof text === 'string' ? text.normalize('NFC') : undefined);
  }
  return remembered.get(command);
}
