/** Program: prints how many bytes a paper takes in a library that was read from disk. Needs `--expose-gc`. */
import { Library } from '../../../../src/core/papers/library';
import { emptyLibraryData } from '../../../../src/core/papers/library-data';
import { digestOf } from '../pages';
import { MemoryFiles } from '../storage/memory-files';
import { storageOn } from '../storage/stored';
import { realSizePapers } from './real-size';

const COUNT = 8_000;

const files = new MemoryFiles();
const storage = () => storageOn(files, new Library(emptyLibraryData()));
await storage().add([digestOf('2025-01-01', realSizePapers(COUNT))]);

const before = held();
const { library } = await storage().load();
console.log(JSON.stringify({ bytes: (held() - before) / COUNT, papers: library.papers.length }));

function held(): number {
  if (!globalThis.gc) throw new Error('the program was started without --expose-gc');
  // Twice: what the first collection finalises is freed by the second.
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
