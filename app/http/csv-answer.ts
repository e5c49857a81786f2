import { disposition } from './disposition.ts'
import { streamAnswer } from './stream-answer.ts'

const CSV = 'text/csv; charset=utf-8; header=present'

interface CsvName {
  name: string
  /** For clients that read only ASCII. */
  fallback: string
}

/** A list that is somebody's to take away, as a file. */
export function csvAnswer(body: string, { name, fallback }: CsvName): Response {
  return new Response(body, {
    headers: {
      'Content-Type': CSV,
      'Content-Disposition': disposition(name, { fallback }),
      'Cache-Control': 'private, no-store',
    },
  })
}

/** A long list, sent as it is read. */
export function csvStream(
  pieces: AsyncGenerator<string>,
  { report, ...name }: CsvName & { report: (error: unknown) => void },
): Response {
  return streamAnswer(pieces, { type: CSV, ...name, report })
}
