/** Program: `npm run pictures`. Takes README's pictures from those that the workbench tests have just made, so that they stay true. */
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { ROOT, SCREENSHOTS } from '../host/paths';
import { ReaderError, runProgram } from '../host/reader-error';

const FOLDER = path.join(ROOT, 'media', 'screenshots');

/** README's name of a picture, and the theme and step it is of. */
const PICTURES = [
  { name: 'reader-and-lab', theme: 'light', step: 'run' },
  { name: 'search', theme: 'dark', step: 'search' },
  { name: 'note', theme: 'light', step: 'preview' },
] as const;

async function takePictures(): Promise<number> {
  await mkdir(FOLDER, { recursive: true });
  for (const { name, theme, step } of PICTURES) {
    const taken = await readdir(path.join(SCREENSHOTS, theme)).catch(() => []);
    const file = taken.find((each) => new RegExp(`^\\d+-${step}\\.png$`).test(each));
    if (file === undefined) throw new ReaderError(`There is no picture of “${step}”. Run \`npm test -- workbench\` first.`);
    await copyFile(path.join(SCREENSHOTS, theme, file), path.join(FOLDER, `${name}.png`));
    console.log(`media/screenshots/${name}.png`);
  }
  return 0;
}

await runProgram(takePictures);
