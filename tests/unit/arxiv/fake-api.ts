/** Answers as arXiv's API gives them, with made-up papers. */
import type { PaperId } from '@/lib/paper';

interface FakeEntry {
  readonly id: string;
  readonly title?: string;
  readonly summary?: string;
  /** XML that comes before the entry's end. */
  readonly more?: string;
}

export function entryXml({ id, title = `Paper ${id}`, summary, more = '' }: FakeEntry): string {
  return `
  <entry>
    <id>http://arxiv.org/abs/${id}</id>
    <title>${title}</title>
    <summary>${summary ?? `We show ${id}.`}</summary>
    <published>2026-11-02T09:30:00Z</published>
    <author><name>Ada Čapek</name></author>
    ${more}
  </entry>`;
}

export function feedXml(...entries: string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom"
  xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">
  <id>https://arxiv.org/api/made-up</id>
  <title>arXiv Query: search_query=&amp;id_list=</title>
  <link href="https://arxiv.org/api/query" type="application/atom+xml"/>
  <opensearch:totalResults>${entries.length}</opensearch:totalResults>${entries.join('')}
</feed>
`;
}

export function errorXml(message: string): string {
  return feedXml(`
  <entry>
    <id>http://arxiv.org/api/errors#${message.replaceAll(' ', '_')}</id>
    <title>Error</title>
    <summary>${message}</summary>
    <author><name>arXiv api core</name></author>
  </entry>`);
}

export const HTML =
  '<!DOCTYPE html><html><head><title>503</title></head><body>Down<br></body></html>';

/** The ids that a request asks for. */
export function idsAsked(url: string): string[] {
  return new URL(url).searchParams.get('id_list')?.split(',') ?? [];
}

/** A fetch that knows every paper but those in `unknown`, and answers in an order of its own. */
export function fakeArxiv(unknown: readonly PaperId[] = []): typeof fetch {
  return async (url) => {
    const ids = idsAsked(String(url)).filter((id) => !unknown.includes(`arxiv:${id}`));
    return new Response(feedXml(...ids.reverse().map((id) => entryXml({ id: `${id}v2` }))));
  };
}
