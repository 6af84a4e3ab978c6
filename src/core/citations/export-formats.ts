/** The forms in which papers leave Lectern, for the user to choose. */
export const EXPORT_FORMATS = [
  { id: 'bibtex', description: 'BibTeX', extension: 'bib' },
  { id: 'csl-json', description: 'CSL-JSON', extension: 'json' },
  { id: 'ris', description: 'RIS', extension: 'ris' },
  { id: 'markdown', description: 'Markdown list', extension: 'md' },
  { id: 'lectern-json', description: 'Lectern JSON, with every field', extension: 'json' },
] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number]['id'];

/** What papers are written as: a format, or BibTeX with no more than a citation needs. */
export const WRITTEN_FORMS = [...EXPORT_FORMATS.map(({ id }) => id), 'bibtex-citation'] as const;
export type WrittenForm = (typeof WRITTEN_FORMS)[number];
