import { acceptedEncodings, type Care, type Encoding } from './encoding.ts'

/**
 * The strong tag of an encoded copy: other bytes, another tag (RFC 9110, 8.8.3.3). A weak tag is the same for all.
 * @param tag of the answer as it is, without an encoding.
 */
export function encodedTag(tag: string, encoding: Encoding, care: Care = 'best'): string {
  if (encoding === 'identity' || !tag.startsWith('"')) return tag
  return `${tag.slice(0, -1)}-${encoding}${care === 'best' ? '' : '-0'}"`
}

/**
 * The tag among those that a request knows (`If-None-Match`: a list, compared weakly, or `*`; RFC 9110, 13.1.2) which
 * is this answer in an encoding that the request accepts; null when it knows none. It is the tag that 304 has to name,
 * and a cache with copies of several encodings must not hand out one that its reader cannot read.
 */
export function knownTag(
  request: { ifNoneMatch: string | null; acceptEncoding: string | null },
  tag: string,
): string | null {
  const { ifNoneMatch, acceptEncoding } = request
  if (ifNoneMatch === null) return null
  if (ifNoneMatch.trim() === '*') return tag
  const known = ifNoneMatch.split(',').map((one) => one.trim().replace(/^W\//, ''))
  const own = tag.replace(/^W\//, '')
  return (
    acceptedEncodings(acceptEncoding)
      .flatMap((encoding) => [encodedTag(own, encoding), encodedTag(own, encoding, 'haste')])
      .find((one) => known.includes(one)) ?? null
  )
}

/** Of a request as the web platform has it. */
export function knownTagOf({ headers }: Request, tag: string): string | null {
  return knownTag({ ifNoneMatch: headers.get('If-None-Match'), acceptEncoding: headers.get('Accept-Encoding') }, tag)
}
