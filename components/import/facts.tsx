/** Facts about an import, one per line, without those that do not apply. */
export function Facts({ facts }: { readonly facts: readonly (string | false)[] }) {
  return (
    <ul className="import-facts">
      {facts.map((fact) => fact !== false && <li key={fact}>{fact}</li>)}
    </ul>
  );
}
