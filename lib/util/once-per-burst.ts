/**
 * Calls come in bursts: `run` is called once, this many milliseconds after the first of them. Later
 * calls in that time change nothing.
 */
export function oncePerBurst(milliseconds: number, run: () => void): () => void {
  let isDue = false;
  return () => {
    if (isDue) return;
    isDue = true;
    setTimeout(() => {
      isDue = false;
      run();
    }, milliseconds);
  };
}
