import type { Digest } from '../digest';
import type { Json } from '../paper';
import type { FormatReader, ImportText } from '../format-reader';
import type { BibtexEntry } from './bibtex-fields';
import type { PaperDraft } from './digest-draft';
import type { ArxivId } from './arxiv-id';
import { findArxivId, readArxivId } from './arxiv-id';
import { bibliography, isPreprintVenue, splitKeywords } from './bibliography';
import { splitBibtex } from './bibtex-blocks';
import { BibtexStrings, readBibtexEntry, readBibtexStrings } from './bibtex-fields';
import { readBibtexNames } from './bibtex-names';
import { DigestDraft } from './digest-draft';
import { readDoi } from './doi';
import { latexText, renewCommands, verbatimText } from './latex-text';
import { LineFinder, excerpt, oneLine, unwrap, webAddress } from './text-lines';
import { dateFromParts, readWrittenDate } from './written-date';

const RECOGNISED_PART = 64_000;

/**
 * A BibTeX or BibLaTeX bibliography. Each entry is read alone, so that a broken one costs no other. Its type, its key and every
 * field that is not a field of a paper are kept as they stand, for the export.
 *
 * Sources: Patashnik, "BibTeXing"; arXiv, "BibTeX and eprints"; the BibLaTeX manual.
 */
export const bibtex: FormatReader = {
  format: 'bibtex',
  description: 'a BibTeX bibliography',

  recognise(text) {
    const start = text.slice(0, RECOGNISED_PART).trimStart();
    if (/^[<{[]/u.test(start)) {
      return 0;
    }
    if (/(?:^|[\n\r])[ \t]*@(?:string\s{0,20}[{(]\s{0,20}[\w:.+-]{1,60}\s{0,20}=|[a-z]{2,40}\s{0,20}[{(]\s{0,20}[^\s,{}()]{0,200}\s{0,20},\s{0,200}[\w:+-]{1,60}\s{0,20}=)/iu.test(start)) {
      return 0.95;
    }
    return /^\uFEFF?@(?:article|inproceedings|misc|book|comment|preamble|string|incollection|techreport|phdthesis|online)\s{0,20}[{(]/iu.test(start) ? 0.7 : 0;
  },

  read(input: ImportText): Digest {
    const draft = new DigestDraft();
    renewCommands();
    readEntries(input.text, draft);
    if (draft.papers.length === 0) {
      draft.reject(1, 'No entry of a BibTeX bibliography was found.');
    }
    return bibliography(draft, input, 'bibtex', 'bibtex', 'BibTeX bibliography');
  },
};

function readEntries(text: string, draft: DigestDraft): void {
  const lines = new LineFinder(text);
  const strings = new BibtexStrings();
  const entries: { readonly entry: BibtexEntry; readonly line: number }[] = [];
  const byKey = new Map<string, BibtexEntry>();
  for (const block of splitBibtex(text)) {
    if (block.type === 'string') {
      readBibtexStrings(text, block, strings);
    } else if (block.type !== 'preamble' && block.type !== 'comment') {
      const entry = readBibtexEntry(text, block, strings);
      entries.push({ entry, line: lines.lineAt(block.start) });
      const known = byKey.get(entry.key.toLowerCase());
      if (known === undefined) {
        byKey.set(entry.key.toLowerCase(), entry);
      } else if (entry.key !== '') {
        draft.warn(lines.lineAt(block.start), `The key “${excerpt(entry.key)}” is used twice. Both entries were kept.`);
      }
    }
  }
  for (const { entry, line } of entries) {
    const name = entry.key === '' ? `An entry of type “${entry.type}” without a key` : `The entry “${excerpt(entry.key)}”`;
    const paper = paperOf(entry, byKey.get((entry.fields.get('crossref') ?? '').trim().toLowerCase()));
    if (paper === undefined) {
      const reason = entry.damage.length > 0 ? `is damaged: ${entry.damage.join('; ')}` : 'has no title';
      draft.reject(line, `${name} ${reason}. It was left out.`);
      continue;
    }
    draft.add(paper, line);
    if (entry.damage.length > 0) {
      draft.warn(line, `${name} was read with gaps: ${entry.damage.join('; ')}.`);
    }
  }
}

/** The fields of an entry, and which of them a paper cannot say. */
class Fields {
  private readonly represented = new Set<string>();

  constructor(private readonly entry: BibtexEntry, private readonly parent: BibtexEntry | undefined) {}

  raw(name: string): string {
    return this.entry.fields.get(name) ?? '';
  }

  /** As one line of plain text. */
  text(name: string): string {
    return oneLine(latexText(this.raw(name)));
  }

  /** What the entry itself lacks and the one it refers to with `crossref` has. */
  inherited(name: string): string {
    return oneLine(latexText(this.parent?.fields.get(name) ?? ''));
  }

  /** Notes that fields are said by the paper and need not be kept. */
  drop(...names: readonly string[]): void {
    names.forEach((name) => this.represented.add(name));
  }

  kept(): Readonly<Record<string, Json>> {
    return Object.fromEntries([...this.entry.fields].filter(([name]) => !this.represented.has(name)));
  }
}

function paperOf(entry: BibtexEntry, parent: BibtexEntry | undefined): PaperDraft | undefined {
  const fields = new Fields(entry, parent === entry ? undefined : parent);
  const title = fields.text('title');
  if (title === '') {
    return undefined;
  }
  const { names, others } = readBibtexNames(fields.raw('author'));
  const keywords = splitKeywords(latexText(fields.raw('keywords') || fields.raw('keyword')));
  fields.drop('title', 'author', 'abstract', fields.raw('keywords') === '' ? 'keyword' : 'keywords');
  const draft: PaperDraft = {
    title,
    abstract: unwrap(latexText(fields.raw('abstract'))),
    authors: names,
    ...dateIn(fields),
    ...identifiersIn(fields),
    keywords,
    venue: venueIn(fields),
    remark: remarkIn(fields),
    url: urlIn(fields),
  };
  return { ...draft, extra: { bibtex: { type: entry.type, key: entry.key, fields: fields.kept(), ...(others ? { others } : {}) } } };
}

function dateIn(fields: Fields): Pick<PaperDraft, 'published' | 'year'> {
  const written = readWrittenDate(fields.text('date'));
  const parts = dateFromParts(fields.text('year'), fields.text('month'), fields.text('day'));
  const year = dateFromParts(fields.inherited('year') || fields.inherited('date').slice(0, 4), '', '')?.year;
  if (written !== undefined && (written.published !== undefined || parts?.published === undefined)) {
    fields.drop(...(written.whole ? ['date'] : []), ...(parts?.whole === true ? ['year'] : []));
    return { published: written.published, year: written.year };
  }
  if (parts?.whole === true) {
    fields.drop('year', ...(parts.published === undefined ? [] : ['month', 'day']));
  }
  return parts === undefined ? { year } : { published: parts.published, year: parts.year };
}

function identifiersIn(fields: Fields): Pick<PaperDraft, 'arxivId' | 'arxivVersion' | 'doi' | 'categories'> {
  const named = readDoi(verbatimText(fields.raw('doi')));
  if (named !== undefined) {
    fields.drop('doi');
  }
  const doi = named ?? doiOfPage(verbatimText(fields.raw('url')));
  const id = eprintIn(fields) ?? (doi !== undefined && 'arxivId' in doi ? doi : undefined) ?? mentionedIn(fields);
  if (id === undefined) {
    return doi !== undefined && 'doi' in doi ? doi : {};
  }
  const version = Number(/^v?([1-9]\d{0,2})$/u.exec(fields.text('version'))?.[1] ?? 0);
  if (version > 0) {
    fields.drop('version');
  }
  const category = fields.text('primaryclass') || fields.text('eprintclass');
  fields.drop('primaryclass', 'eprintclass');
  return { ...(version > 0 ? { arxivVersion: version } : {}), ...id, ...(doi !== undefined && 'doi' in doi ? doi : {}), categories: category === '' ? [] : [category] };
}

/** The DOI in the address of its resolver. */
function doiOfPage(url: string): ReturnType<typeof readDoi> {
  return /^https?:\/\/(?:dx\.)?doi\.org\//iu.test(url) ? readDoi(url) : undefined;
}

function eprintIn(fields: Fields): ArxivId | undefined {
  const archive = fields.text('archiveprefix') || fields.text('eprinttype');
  const eprint = verbatimText(fields.raw('eprint'));
  const id = archive === '' || /^arxiv$/iu.test(archive) ? findArxivId(eprint) : undefined;
  if (id !== undefined) {
    fields.drop('eprint', 'archiveprefix', 'eprinttype');
  }
  return id;
}

/** Where bibliographies without `eprint` name a preprint: `CoRR, abs/2205.14135`, `arXiv preprint arXiv:2205.14135`, its page. */
function mentionedIn(fields: Fields): ArxivId | undefined {
  const volume = isPreprintVenue(fields.text('journal')) ? readArxivId(fields.text('volume').replace(/^abs\//iu, '')) : undefined;
  const places = ['journal', 'journaltitle', 'number', 'url', 'howpublished', 'note', 'eid', 'booktitle'];
  return volume ?? places.map((name) => findMarked(fields, name)).find((id) => id !== undefined);
}

/** A bare number is only an identifier of arXiv where one belongs. */
function findMarked(fields: Fields, name: string): ArxivId | undefined {
  const text = name === 'url' ? verbatimText(fields.raw(name)) : fields.text(name);
  return /arxiv|huggingface/iu.test(text) ? findArxivId(text) : undefined;
}

function venueIn(fields: Fields): string | undefined {
  const name = ['journal', 'journaltitle', 'booktitle'].find((candidate) => fields.text(candidate) !== '' && !isPreprintVenue(fields.text(candidate)));
  if (name === undefined) {
    return fields.inherited('booktitle') || fields.inherited('title') || undefined;
  }
  fields.drop(name);
  return fields.text(name);
}

/** A note that is nothing but an identifier is no remark. */
function remarkIn(fields: Fields): string | undefined {
  const note = fields.text('note');
  if (note === '' || readArxivId(note) !== undefined) {
    return undefined;
  }
  fields.drop('note');
  return note;
}

function urlIn(fields: Fields): string | undefined {
  const url = webAddress(verbatimText(fields.raw('url')));
  if (url !== undefined) {
    fields.drop('url');
  }
  return url ?? webAddress(verbatimText(fields.raw('howpublished')));
}
