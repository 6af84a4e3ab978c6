import { run } from '../host/command';
import { ROOT } from '../host/paths';
import { ReaderError } from '../host/reader-error';

let built: Promise<void> | undefined;

/** Builds what ships, once a run: development bundles are bigger and slower. */
export function productionBuild(): Promise<void> {
  built ??= run(process.execPath, ['esbuild.mjs', '--production'], { folder: ROOT }).then(({ code, stderr }) => {
    if (code !== 0) throw new ReaderError(`The production build failed.\n${stderr}`);
  });
  return built;
}
