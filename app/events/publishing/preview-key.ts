import { deriveKey, isSameSecret } from '#app/values/secret.ts'

/** `previewVersion` above zero: there is a link; below: that one and all before it were ended. */
interface Previewed {
  id: string
  previewVersion: number
}

/** The key in the link by which colleagues see an event before it is public; null when there is no link. */
export function previewKey(secret: string, event: Previewed): string | null {
  return event.previewVersion > 0 ? keyOf(secret, event) : null
}

/** Whether this link opens the event. A link that does not exist takes the same steps as one that does. */
export function isPreviewKey(secret: string, event: Previewed | null, given: string): boolean {
  const isSame = isSameSecret(given, keyOf(secret, event ?? { id: '', previewVersion: 0 }))
  return isSame && event !== null && event.previewVersion > 0
}

function keyOf(secret: string, { id, previewVersion }: Previewed): string {
  return deriveKey(secret, 'event-preview', `${id}:${previewVersion}`)
}
