/** What was found, a fact a line; what is no fact is left out. */
export function Facts({ facts }: { readonly facts: readonly (string | false)[] }) {
  return (
    <ul className="import-facts">
      {facts.map((fact) => fact !== false && <li key={fact}>{fact}</li>)}
    </ul>
  );
}
