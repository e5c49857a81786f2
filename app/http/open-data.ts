import { createHash } from 'node:crypto'
import { knownTagOf } from './entity-tag.ts'

/**
 * Data for everybody, on any page (CORS `*`), with an entity tag: an unchanged answer is told by 304 (RFC 9110, 13.1.2).
 */
export function openData(request: Request, value: unknown, type = 'application/json; charset=utf-8'): Response {
  const body = `${JSON.stringify(value, null, 2)}\n`
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const headers = {
    'Content-Type': type,
    ETag: tag,
    'Cache-Control': 'public, max-age=0, must-revalidate',
    'Access-Control-Allow-Origin': '*',
  }
  const known = knownTagOf(request, tag)
  if (known !== null) return new Response(null, { status: 304, headers: { ...headers, ETag: known } })
  return new Response(body, { headers })
}
