/** The message of whatever was thrown; for an error of Dexie's that wraps another, the inner message. */
export function errorMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { inner } = error as { readonly inner?: unknown };
  return inner instanceof Error && inner !== error ? errorMessage(inner) : error.message;
}
