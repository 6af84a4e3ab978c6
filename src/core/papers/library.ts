export { buildLibrary } from './build-library';
export { Library } from './paper-library';
export type { DigestSummary, LibraryData } from './library-data';
