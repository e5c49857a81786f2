import { isKey, type Translate } from './translate.ts'

/** The sentence of a message as forms carry it: a key with the values behind a question mark. */
export function sentenceOf(message: string, t: Translate): string {
  const [key = '', query] = message.split('?', 2)
  return isKey(key) ? t(key, Object.fromEntries(new URLSearchParams(query))) : message
}
