/** What a help tells: the keys of each action, by its name. */
export function keysIn(help: HTMLElement): Record<string, string> {
  const terms = [...(help.querySelector('dl')?.querySelectorAll('dt') ?? [])];
  const entries = terms.map((term) => {
    const other = term.nextElementSibling as Element;
    const hasKeys = term.querySelector('kbd, .quiet') !== null; // else they come second
    const [keys, name] = hasKeys ? [term, other] : [other, term];
    return [name.textContent, keys.textContent];
  });
  return Object.fromEntries(entries);
}
