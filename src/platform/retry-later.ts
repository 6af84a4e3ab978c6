/** Keeps a loaded value but forgets a failure, so that the next request tries again. */
export function retryLater<T>(loading: Promise<T>, forget: () => void): Promise<T> {
  loading.catch(forget);
  return loading;
}
