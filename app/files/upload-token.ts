import { fileOfToken, type Upload } from './upload.ts'
import { epochMilliseconds, type Instant } from '#app/values/moment.ts'
import { deriveKey, isSameSecret } from '#app/values/secret.ts'

/** Shorter than a file without an owner is kept, so that one that is still offered is still there. */
const VALID_HOURS = 24

/** `[id, name, byteCount, at]` as base64url of JSON, a point, and its signature. */
export function uploadToken(secret: string, upload: Upload): string {
  const { id, name, byteCount, at } = upload
  const text = Buffer.from(JSON.stringify([id, name, byteCount, at])).toString('base64url')
  return `${text}.${deriveKey(secret, 'upload', text)}`
}

/** The upload of a token that is ours and of the last day; null for any other. */
export function openUploadToken(secret: string, token: string, now: Instant): Upload | null {
  const [text = '', signature = ''] = token.split('.', 2)
  if (!isSameSecret(signature, deriveKey(secret, 'upload', text))) return null
  const upload = fileOfToken(token)
  const hours = upload ? (epochMilliseconds(now) - epochMilliseconds(upload.at)) / 3_600_000 : Infinity
  return hours <= VALID_HOURS ? upload : null
}
