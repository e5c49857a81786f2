import type { Transform } from 'node:stream'
import { promisify } from 'node:util'
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from 'node:zlib'

export type Encoding = 'br' | 'gzip' | 'identity'

const compressBrotli = promisify(brotliCompress)
const compressGzip = promisify(gzip)

/** What is not worth the bytes of its own header. */
const SMALLEST = 800

/** The best encoding that a request accepts (RFC 9110, 12.5.3); of one that says nothing, none. */
export function acceptedEncoding(header: string | undefined): Encoding {
  return header === undefined ? 'identity' : acceptedEncodings(header)[0]!
}

/** All that a request accepts, best first: any, of one that says nothing. */
export function acceptedEncodings(header: string | null): Encoding[] {
  if (header === null) return ['br', 'gzip', 'identity']
  const accepted = header.toLowerCase()
  return [...(isAccepted.br.test(accepted) ? BR : []), ...(isAccepted.gzip.test(accepted) ? GZIP : []), 'identity']
}

const BR = ['br'] as const
const GZIP = ['gzip'] as const
const isAccepted = { br: named('br'), gzip: named('gzip') }

function named(encoding: string): RegExp {
  return new RegExp(`(^|[\\s,])${encoding}(?=[\\s,;]|$)(?!\\s*;\\s*q=0(\\.0*)?(\\s*,|\\s*$))`)
}

export function isCompressible(type: string | null): boolean {
  return /^(text\/|application\/(json|xml|calendar\+json|atom\+xml|schema\+json|manifest\+json|ld\+json))/.test(
    type ?? '',
  )
}

/**
 * With how much care. In haste a page costs a millisecond; the best brotli that there is costs a hundred times that, and
 * is a tenth smaller.
 */
export type Care = 'haste' | 'best'

const QUALITY = { haste: 5, best: 11 } as const
const LEVEL = { haste: 6, best: 9 } as const

/** How brotli compresses a page. */
export function brotliOptions(care: Care) {
  return {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: QUALITY[care],
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    },
  }
}

/** With care a byte of what is larger costs more than it saves. */
const LARGE = 256 * 1024

/** Compresses one answer; as it is, when it is too small to gain. */
export async function encode(
  body: Buffer,
  encoding: Encoding,
  wished: Care = 'haste',
): Promise<{ body: Buffer; encoding: Encoding }> {
  const care = body.length > LARGE ? 'haste' : wished
  if (encoding === 'identity' || body.length < SMALLEST) return { body, encoding: 'identity' }
  if (encoding === 'gzip') return { body: await compressGzip(body, { level: LEVEL[care] }), encoding }
  const { params } = brotliOptions(care)
  const hint = { [constants.BROTLI_PARAM_SIZE_HINT]: body.length }
  return { body: await compressBrotli(body, { params: { ...params, ...hint } }), encoding }
}

export function encodingStream(encoding: 'br' | 'gzip'): Transform {
  if (encoding === 'gzip') return createGzip({ level: 6 })
  return createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
}
