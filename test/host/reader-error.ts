/** An error written for the person at the terminal: it is printed as it stands, without a stack. */
export class ReaderError extends Error {
  override readonly name = 'ReaderError';
}

/** Runs a command-line program: a `ReaderError` is printed plainly, anything else is our bug and keeps its stack. */
export async function runProgram(program: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await program();
  } catch (error) {
    console.error(error instanceof ReaderError ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
