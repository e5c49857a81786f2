import { disposition } from './disposition.ts'

/** A text that somebody is given as a file. */
export function textFileAnswer(body: string, { name, language }: { name: string; language: string }): Response {
  return new Response(body, {
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Language': language,
      'Content-Disposition': disposition(name, { fallback: 'form.txt' }),
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  })
}
