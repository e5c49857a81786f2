import { formatDay } from '#app/values/dates.ts'
import { isKey, type Translate } from './translate.ts'

/**
 * The sentence of a message as forms carry it: a key with the values behind a question mark. A day travels as
 * `2027-06-21` and is written out in the language of the reader.
 */
export function sentenceOf(message: string, t: Translate, language?: string): string {
  const [key = '', query] = message.split('?', 2)
  if (!isKey(key)) return message
  const values = Object.fromEntries(new URLSearchParams(query))
  return t(key, language && values.day ? { ...values, day: formatDay(values.day, language) } : values)
}
