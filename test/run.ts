/** Program: `npm test [-- STEP… --grep TEXT]`. Runs every step, shows all output, ends with one line of totals. */
import { parseArgs, stripVTControlCharacters } from 'node:util';
import { ReaderError, runProgram } from './host/reader-error';
import type { Step } from './steps/step';
import { STEPS } from './steps/steps';
import { add, NOTHING, one, type Failure, type Tally } from './steps/tally';

interface Choice {
  readonly steps: readonly Step[];
  readonly grep?: string;
}

async function runTests(): Promise<number> {
  const { steps, grep } = choose(process.argv.slice(2));
  let total = NOTHING;
  const times: string[] = [];
  for (const step of steps) {
    console.log(`\n== ${step.title} ==`);
    const started = performance.now();
    const tally = await safely(step, grep);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    times.push(`${step.name} ${seconds} s`);
    console.log(`${step.title}: ${tally.passed} passed, ${tally.failed} failed, ${seconds} s`);
    total = add(total, tally);
    if (step.essential && tally.failed > 0) {
      console.log('The steps after this one need it and did not run.');
      break;
    }
  }
  report(total, times);
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
}

async function safely(step: Step, grep: string | undefined): Promise<Tally> {
  try {
    return await step.run(grep === undefined ? {} : { grep });
  } catch (error) {
    const message = error instanceof ReaderError ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error);
    console.error(message);
    return one(step.title, message);
  }
}

function report({ passed, failed, failures, unsteady }: Tally, times: readonly string[]): void {
  list('Failures', failures);
  list('Unsteady: failed, and passed when run anew', unsteady);
  console.log(`\n${times.join(', ')}`);
  console.log(`${passed} passed, ${failed} failed`);
}

function list(heading: string, failures: readonly Failure[]): void {
  if (failures.length > 0) console.log(`\n== ${heading} ==`);
  for (const { title, message } of failures) console.log(`\n${title}\n  ${stripVTControlCharacters(message).replaceAll('\n', '\n  ')}`);
}

/** Steps by name; the build goes first whenever something built is tested. */
function choose(args: readonly string[]): Choice {
  const { positionals, values } = parse(args);
  const unknown = positionals.find((name) => !STEPS.some((step) => step.name === name));
  if (unknown !== undefined) {
    throw new ReaderError(`There is no test step "${unknown}". The steps are: ${STEPS.map(({ name }) => name).join(', ')}.`);
  }
  const named = positionals.length > 0 ? new Set(positionals) : undefined;
  const needsBuild = named?.has('extension') === true || named?.has('workbench') === true;
  const steps = STEPS.filter(({ name, wholeTree }) => {
    if (named) return named.has(name) || (name === 'build' && needsBuild);
    return values.grep === undefined || wholeTree !== true;
  });
  return { steps, ...(values.grep === undefined ? {} : { grep: values.grep }) };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { grep: { type: 'string' } } });
  } catch (error) {
    throw new ReaderError(`${error instanceof Error ? error.message : String(error)}\nusage: npm test [-- STEP… --grep TEXT]`);
  }
}

await runProgram(runTests);
