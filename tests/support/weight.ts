import { encode } from '#app/http/encoding.ts'

/** What arrives before the first answer of the reader's machine: ten segments (RFC 6928). */
export const FIRST_FLIGHT = 14_336

/** What a page weighs on the wire, in bytes of brotli as we send it; its style stands in it, and nothing else is asked for. */
export async function weightOf(html: string): Promise<number> {
  if (/<link rel="stylesheet"|<img|<script(?! type="application\/ld\+json")/.test(html))
    throw new Error('This page is more than one request.')
  return (await encode(Buffer.from(html), 'br')).body.length
}
