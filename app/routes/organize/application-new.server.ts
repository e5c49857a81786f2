import { readInItsLanguage } from '#app/applications/plain-text/read-in-its-language.server.ts'
import { typedOrSent } from '#app/files/typed-or-sent.ts'
import type { RequestContext } from '#app/http/context.server.ts'

/** What an organizer brought of somebody's form; nothing is fine too. */
export async function readEntered(sent: FormData, callId: string, { services, language }: RequestContext) {
  const brought = await typedOrSent(sent)
  const text = 'text' in brought ? brought.text : ''
  const { call, read, items, shown, ...found } = await readInItsLanguage(services.db, { text, callId, language })
  const isForm = read.found > 0
  const fault = 'fault' in brought ? (brought.fault === 'noText' ? null : brought.fault) : isForm ? null : 'nothing'
  return { ...found, fault, text, read: isForm ? read : null, reading: isForm ? shown : null, items, written: call }
}
