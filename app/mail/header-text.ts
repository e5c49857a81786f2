import { cleanLine } from '#app/values/text.ts'

/**
 * A name or a subject that may stand in a header: one line, no control characters, not longer than `maximum`, and
 * nothing that a mail program would take for an encoded word (RFC 2047, 2).
 */
export function headerText(text: string, maximum = 200): string {
  const line = cleanLine(text).replaceAll('=?', '= ?')
  return [...line].length > maximum ? `${[...line].slice(0, maximum - 1).join('')}…` : line
}

/** Whether an address can be handed to a mail server as it is: RFC 5321, 4.5.3.1 for the lengths. */
export function isDeliverable(address: string): boolean {
  return address.length <= 254 && /^[^\s\p{C}@<>()[\]\\,;:"]{1,64}@[^\s\p{C}@<>()[\]\\,;:"]+$/u.test(address)
}
