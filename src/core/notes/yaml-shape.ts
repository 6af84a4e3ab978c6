/** Flow collections a front matter may open; each may be nested in the one before. */
const MOST_BRACKETS = 200;

/** Columns of indentation and indicators before the first value of a line; each column may be a level. */
const DEEPEST_COLUMN = 200;

/** Words of one line that may each open a level: `-`, `?`, `key:`, tags and anchors. */
const MOST_INDICATORS = 64;

/**
 * Whether YAML may be nested more deeply than its parser bears. The parser recurses a level at a time, and at the end of the stack
 * V8 can end the whole process instead of throwing (its regular expression compiler runs out of memory), so this must be known
 * beforehand. Counts what could open a level, also in quotes and comments: too many is far beyond what a note says of itself.
 */
export function tooIntricate(yaml: string): boolean {
  if (yaml.split(/[[{]/u).length > MOST_BRACKETS) {
    return true;
  }
  return yaml.split(/[\r\n]/u).some(
    (line) => (/^[ \t?:!&-]*/u.exec(line)?.[0].length ?? 0) > DEEPEST_COLUMN || indicators(line) > MOST_INDICATORS,
  );
}

function indicators(line: string): number {
  return line.split(/[ \t]+/u).filter((word) => /^[-?:!&]|:$/u.test(word)).length;
}
