import { disposition } from './disposition.ts'

interface CsvName {
  name: string
  /** For clients that read only ASCII. */
  fallback: string
}

/** A list that is somebody's to take away, as a file. */
export function csvAnswer(body: string | ReadableStream<Uint8Array>, { name, fallback }: CsvName): Response {
  return new Response(body, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': disposition(name, { fallback }),
      'Cache-Control': 'private, no-store',
    },
  })
}

/**
 * A long list, sent as it is read. One that fails after its head was sent cannot change its status any more: it breaks
 * off, so that the browser says that the download failed, and `report` says why.
 */
export function csvStream(
  pieces: AsyncGenerator<string>,
  { report, ...name }: CsvName & { report: (error: unknown) => void },
): Response {
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await pieces.next()
        if (done) controller.close()
        else controller.enqueue(encoder.encode(value))
      } catch (error) {
        report(error)
        controller.error(error)
      }
    },
    async cancel() {
      await pieces.return(undefined)
    },
  })
  return csvAnswer(body, name)
}
