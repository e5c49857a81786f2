import { hashOf } from './secret.ts'

/** What a form was filled in over, so that saving can tell whether somebody saved something else meanwhile. */
export function seenOf(stored: unknown): string {
  return hashOf(JSON.stringify(stored)).slice(0, 32)
}
