import type { Instant } from '#app/values/moment.ts'

/** A file that a form has taken already: it rides along, so that nobody chooses it again for another field's sake. */
export interface Upload {
  id: string
  name: string
  byteCount: number
  at: Instant
}

/** What a token says; `keepUploads` has looked whether it is ours. Null for what is no token. */
export function fileOfToken(token: string): Upload | null {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(token.split('.', 1)[0] ?? '', 'base64url').toString())
    if (!Array.isArray(parsed) || parsed.length !== 4) return null
    const [id, name, byteCount, at] = parsed.map(String) as [string, string, string, string]
    return { id, name, byteCount: Number(byteCount), at }
  } catch {
    return null
  }
}
