/** Largest file of annotations that is read, in bytes. */
export const LARGEST_ANNOTATIONS_FILE = 50 * 1024 * 1024;

/** Most annotations of one import. */
export const MOST_ANNOTATIONS = 50_000;

/** Longest words of one annotation, in UTF-16 units: a book is longer, no remark is. */
export const LONGEST_WORDS = 500_000;

/** More problems than these help nobody; the rest is counted. */
export const MOST_PROBLEMS = 1_000;
