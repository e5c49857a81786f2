import { disposition } from './disposition.ts'

/** A spreadsheet that is somebody's to take away. */
export function sheetAnswer(
  body: Uint8Array,
  { type, name, fallback }: { type: string; name: string; fallback: string },
) {
  return new Response(Buffer.from(body), {
    headers: {
      'Content-Type': type,
      'Content-Disposition': disposition(name, { fallback }),
      'Cache-Control': 'private, no-store',
    },
  })
}
