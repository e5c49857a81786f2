import { createHash } from 'node:crypto'

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
  return hasTag(request, tag) ? new Response(null, { status: 304, headers }) : new Response(body, { headers })
}

function hasTag(request: Request, tag: string): boolean {
  const known =
    request.headers
      .get('If-None-Match')
      ?.split(',')
      .map((one) => one.trim().replace(/^W\//, '')) ?? []
  return known.includes(tag) || known.includes('*')
}
