import { run } from '../host/command';
import { ROOT } from '../host/paths';
import type { Step } from './step';
import { NOTHING, one } from './tally';

/** A step that is one run of a tool: it passes when the tool ends with exit code 0. A build that works proves nothing and is not counted. */
export function toolStep(step: Omit<Step, 'run'>, args: readonly string[]): Step {
  return {
    ...step,
    async run() {
      const { code } = await run(process.execPath, args, { folder: ROOT, output: 'inherit' });
      if (code === 0 && step.essential) return NOTHING;
      return one(step.title, code === 0 ? undefined : `exit code ${code}; see the output under its heading`);
    },
  };
}
