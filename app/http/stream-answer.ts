import { disposition } from './disposition.ts'

interface StreamedFile {
  type: string
  name: string
  /** For clients that read only ASCII. */
  fallback: string
  /** Why it broke off. */
  report: (error: unknown) => void
  headers?: Record<string, string>
}

/**
 * A long file, sent as it is made; whoever stops reading stops the making. One that fails after its head was sent cannot
 * change its status any more: what it has said goes out, then it breaks off, so that the browser says that the download
 * failed, and does not go on where it broke.
 */
export function streamAnswer(
  pieces: AsyncGenerator<string | Uint8Array>,
  { type, name, fallback, report, headers }: StreamedFile,
): Response {
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await pieces.next()
          if (done) controller.close()
          else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value)
        } catch (error) {
          report(error)
          controller.error(error)
        }
      },
      async cancel() {
        await pieces.return(undefined)
      },
    },
    // Asked for only when the piece before it was taken: an error would throw away what waits.
    { highWaterMark: 0 },
  )
  return new Response(body, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': disposition(name, { fallback }),
      'Cache-Control': 'private, no-store',
      'Accept-Ranges': 'none',
      ...headers,
    },
  })
}
