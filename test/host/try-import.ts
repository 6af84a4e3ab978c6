/**
 * Program: `npm run -s try:import -- FILE`. Prints what importing the file into a new library, the one with the bundled
 * digest alone, would do, as one JSON document: `format`, `title`, `date`, `papers` (whole records), `problems`
 * (`line`, `reason`, `severity`) and `counts` of records (`new`, `changed`, `duplicate`, `rejected`).
 * `format` and `title` are null when the file is of no form that can be imported, or too large; a problem says why.
 *
 * Exit codes: 0 the document was printed, whatever was found in the file; 1 there is no such file or it cannot be read,
 * which is said on stderr; 2 the command was called wrongly.
 */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Digest } from '../../src/core/papers/digest';
import { buildLibrary, Library } from '../../src/core/papers/library';
import { parseDailyPapersText } from '../../src/core/papers/formats/daily-papers-text';
import { previewImport } from '../../src/core/papers/preview-import';
import { isUnreadable, readDigestOfBytes, tooLargeToRead } from '../../src/core/papers/read-digest';
import { ROOT } from './paths';
import { ReaderError, runProgram } from './reader-error';

await runProgram(async () => {
  const [file, ...rest] = process.argv.slice(2);
  if (file === undefined || rest.length > 0) {
    console.error('usage: npm run -s try:import -- FILE');
    return 2;
  }
  const digest = await readFileAsDigest(file);
  process.stdout.write(`${JSON.stringify(await describe(digest), undefined, 2)}\n`);
  return 0;
});

/** Its size is looked at before anything of it is read. */
async function readFileAsDigest(file: string): Promise<Digest> {
  const input = { name: path.basename(file), today: new Date().toISOString().slice(0, 10) };
  try {
    const found = await stat(file);
    if (!found.isFile()) {
      throw new ReaderError(`${file} is not a file.`);
    }
    return tooLargeToRead(found.size, input) ?? readDigestOfBytes(await readFile(file), input);
  } catch (error) {
    throw error instanceof ReaderError ? error : new ReaderError(`${file} cannot be read: ${reasonOf(error)}`);
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' ? 'there is no such file.' : code === 'EACCES' ? 'access is denied.' : String(error);
}

async function describe(digest: Digest): Promise<unknown> {
  const bundled = parseDailyPapersText(await readFile(path.join(ROOT, 'media', 'digest', 'daily-papers-2026-01-09.txt'), 'utf8'));
  const { added, changed, duplicates } = previewImport(new Library(buildLibrary([bundled])), digest);
  const known = !isUnreadable(digest);
  return {
    format: known ? digest.format : null,
    title: known ? digest.title : null,
    date: digest.date ?? null,
    papers: digest.papers,
    problems: digest.problems,
    counts: {
      new: added.length,
      changed: changed.length,
      duplicate: duplicates.length,
      rejected: digest.problems.filter(({ severity }) => severity === 'rejected').length,
    },
  };
}
