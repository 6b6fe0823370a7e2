/** What an error says, whatever was thrown; of one of Dexie's, what the error says that it wraps. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { inner } = error as { readonly inner?: unknown };
  return inner instanceof Error && inner !== error ? reasonOf(inner) : error.message;
}
