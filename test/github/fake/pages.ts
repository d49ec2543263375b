import type { Answer } from './refusal.js';

/** Pages as GitHub makes them: 30 entries unless `per_page` asks for up to 100, with `Link` to the others. */
export function pageOf(all: readonly unknown[], url: URL): Answer {
  const size = Math.max(1, Math.min(100, Number(url.searchParams.get('per_page') ?? 30)));
  const page = Math.max(1, Number(url.searchParams.get('page') ?? 1));
  const last = Math.max(1, Math.ceil(all.length / size));
  const others: [rel: string, page: number][] = [
    ...(page > 1 ? ([['prev', page - 1]] as [string, number][]) : []),
    ...(page < last
      ? ([
          ['next', page + 1],
          ['last', last],
        ] as [string, number][])
      : []),
    ...(page > 1 ? ([['first', 1]] as [string, number][]) : []),
  ];
  const link = others.map(([rel, number]) => `<${pageAt(url, number)}>; rel="${rel}"`).join(', ');
  const data = all.slice((page - 1) * size, page * size);
  return { status: 200, data, ...(link !== '' && { headers: { link } }) };
}

function pageAt(url: URL, page: number): string {
  const target = new URL(url);
  target.searchParams.set('page', String(page));
  return target.href;
}
