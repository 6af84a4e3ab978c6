import * as v from 'valibot';
import { ReaderError } from '../../host/reader-error';
import { JUDGED_QUERIES } from '../../unit/search/fixtures/queries';
import { parseLine, readLines, type Corpus } from './corpus';

/** A query with the positions of the documents that must be found. */
export interface PlacedQuery {
  readonly q: string;
  readonly truth: readonly number[];
}

const query = v.object({ q: v.string(), truth: v.pipe(v.array(v.string()), v.minLength(1)) });

/**
 * The judged queries over a corpus. A file has one JSON object a line with `q` and `truth`, the ids that must be found;
 * without one, those over the bundled digest.
 */
export async function readQueries(file: string | undefined, { places }: Corpus): Promise<readonly PlacedQuery[]> {
  const queries = file === undefined ? JUDGED_QUERIES : (await readLines(file)).map((line, at) => parseLine(line, query, `${file}, line ${at + 1}`));
  return queries.map(({ q, truth }) => ({
    q,
    truth: truth.map((id) => {
      const place = places.get(id);
      if (place === undefined) throw new ReaderError(`The query "${q}" asks for ${id}, which the corpus does not have.`);
      return place;
    }),
  }));
}
