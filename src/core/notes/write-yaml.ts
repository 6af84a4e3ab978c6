/** Text that every reader of YAML takes for itself, whatever its version: no indicator, no number, none of the words below. */
const PLAIN = /^[A-Za-z_](?:[\w./()'-]|[ ](?! |$))*$/u;

/** A day: text to YAML 1.2, and a day to a reader of YAML 1.1 too. */
const DAY = /^\d{4}-\d\d-\d\d$/u;

/** Words that stand for something else in YAML 1.1 or 1.2. */
const NOT_TEXT = /^(?:null|true|false|yes|no|on|off|y|n)$/iu;

/** What JSON leaves as it is and YAML does not take for printable, or for a line's end. */
const NOT_PRINTABLE = /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/gu;

/** Fields as YAML, one or more lines each. Values are JSON-like; a list of simple values has a line each. */
export function writeYaml(fields: Readonly<Record<string, unknown>>): string {
  return Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${writeScalar(name)}:${writeValue(value)}\n`)
    .join('');
}

function writeValue(value: unknown): string {
  if (Array.isArray(value) && value.length > 0 && value.every(isScalar)) {
    return value.map((item) => `\n  - ${writeScalar(item)}`).join('');
  }
  return ` ${isScalar(value) ? writeScalar(value) : quoted(value)}`;
}

function isScalar(value: unknown): boolean {
  return value === null || typeof value !== 'object';
}

function writeScalar(value: unknown): string {
  return typeof value === 'string' && (DAY.test(value) || (PLAIN.test(value) && !NOT_TEXT.test(value))) ? value : quoted(value);
}

/** JSON is YAML, but for a few characters. */
function quoted(value: unknown): string {
  const escape = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(value).replace(NOT_PRINTABLE, escape);
}
