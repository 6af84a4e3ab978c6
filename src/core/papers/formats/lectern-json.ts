import type { Digest } from '../digest';
import type { Json } from '../paper';
import type { FormatReader, ImportText } from '../format-reader';
import { LECTERN_EXPORT, LECTERN_EXPORT_VERSION } from '../../citations/lectern-json';
import { isJsonObject } from '../json';
import { bibliography } from './bibliography';
import { DigestDraft } from './digest-draft';
import { readJsonItems } from './json-items';
import { readLecternFields } from './lectern-fields';
import { LineFinder, excerpt } from './text-lines';

/**
 * Papers as Lectern exports them, every field as it was. What belongs to the library they come from (key, digests, sources) is kept
 * aside in `extra.lectern`: the library that takes them in gives its own.
 */
export const lecternJson: FormatReader = {
  format: 'lectern-json',
  description: 'papers exported by Lectern',

  recognise(text) {
    return new RegExp(String.raw`^\uFEFF?\s{0,1000}\{\s{0,1000}"format"\s{0,20}:\s{0,20}"${LECTERN_EXPORT}"`, 'u').test(text.slice(0, 4000)) ? 1 : 0;
  },

  read(input: ImportText): Digest {
    const draft = new DigestDraft();
    const { text } = input;
    const lines = new LineFinder(text);
    const { items, header, complete } = readJsonItems(text, 'papers', (value) => isJsonObject(value) && Object.hasOwn(value, 'key') && Object.hasOwn(value, 'title'));
    const version = header['version'];
    if (header['format'] !== LECTERN_EXPORT || typeof version !== 'number') {
      draft.reject(1, `These are no papers exported by Lectern: “format” and “version” are missing.`);
    } else if (version > LECTERN_EXPORT_VERSION) {
      draft.reject(1, `This was exported by a newer Lectern (version ${version} of the format; this one reads up to ${LECTERN_EXPORT_VERSION}). Update Lectern to import it.`);
    } else {
      for (const { start, value } of items) {
        readPaper(draft, lines.lineAt(start), value);
      }
      if (!complete) {
        draft.warn(lines.lineAt(text.length), 'The export is cut off: its end is missing. There may have been more papers.');
      } else if (items.length === 0) {
        draft.warn(1, 'The export holds no papers.');
      }
    }
    return bibliography(draft, input, 'lectern', 'lectern-json', 'Lectern export');
  },
};

function readPaper(draft: DigestDraft, line: number, value: Json | undefined): void {
  if (!isJsonObject(value)) {
    draft.reject(line, 'This paper is no valid JSON object. It was left out.');
    return;
  }
  const { fields, broken, others } = readLecternFields(value);
  const { title, abstract = '', extra, ...rest } = fields;
  if (title === undefined) {
    draft.reject(line, 'This paper has no title. It was left out.');
    return;
  }
  if (broken.length > 0) {
    draft.warn(line, `“${excerpt(title)}” was read without ${broken.map((name) => `“${name}”`).join(', ')}: not what such a field may hold.`);
  }
  const kept = Object.fromEntries(Object.entries(others).filter(([name]) => name !== 'links'));
  draft.add({ title, abstract, ...rest, extra: { ...extra, lectern: kept } }, line);
}
