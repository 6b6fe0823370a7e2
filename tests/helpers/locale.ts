/** The texts of a language, as the browser gives them. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

export type Messages = Readonly<
  Record<string, { readonly message: string; readonly description?: string }>
>;

const known = new Map<string, Messages>();

export function messagesOf(language: string): Messages {
  const file = path.join(import.meta.dirname, '../../public/_locales', language, 'messages.json');
  const messages = known.get(language) ?? (JSON.parse(readFileSync(file, 'utf8')) as Messages);
  known.set(language, messages);
  return messages;
}

/** As `browser.i18n.getMessage`: empty for unknown keys, `$1` to `$9` replaced, `$$` is a dollar. */
export function messageOf(language: string, key: string, values: string | string[]): string {
  const { message = '' } = messagesOf(language)[key] ?? {};
  return message.replace(/\$(\$|[1-9])/g, (_, sign: string) =>
    sign === '$' ? '$' : ([values].flat()[Number(sign) - 1] ?? ''),
  );
}
