/** Announces a piece of work; the returned function reports its end with the seconds it took. */
export type Progress = (what: string) => (outcome: string) => void;

/** Progress as lines on the error stream, one when a piece begins and one when it ends; the output proper stays clean. */
export function progressLines(): Progress {
  return (what) => {
    const started = performance.now();
    console.error(`${what} …`);
    return (outcome) => console.error(`${what}: ${outcome}, ${((performance.now() - started) / 1000).toFixed(1)} s`);
  };
}
