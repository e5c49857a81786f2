/**
 * A file that somebody sent us, as a download: never shown inside a page of ours, whatever its content says that it is.
 * @param disposition of `attachment` in app/files
 */
export function fileAnswer(file: { content: Uint8Array; mediaType: string }, disposition: string): Response {
  return new Response(Buffer.from(file.content), {
    headers: {
      'Content-Type': file.mediaType,
      'Content-Length': String(file.content.byteLength),
      'Content-Disposition': disposition,
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'private, no-store',
    },
  })
}
