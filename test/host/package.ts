/** Program: `npm run package`. Writes the VSIX and says what is in it. */
import path from 'node:path';
import { ROOT } from './paths';
import { runProgram } from './reader-error';
import { makeVsix } from './vsix';

await runProgram(async () => {
  const { file, bytes, files } = await makeVsix();
  console.log(`${files.join('\n')}\n\n${path.relative(ROOT, file)}: ${(bytes / 1000).toFixed(0)} kB, ${files.length} files`);
  return 0;
});
