import { readText } from './read-text.ts'

/** More than any form that was filled in by hand. */
const LARGEST = 500 * 1024

/** The text of a form's field `file`, in whatever encoding, or else of its field `text`; why there is none. */
export async function typedOrSent(
  form: FormData,
): Promise<{ text: string } | { fault: 'noText' | 'notText' | 'tooLong' }> {
  const file = form.get('file')
  if (file instanceof File && file.size > 0) {
    if (file.size > LARGEST) return { fault: 'tooLong' }
    const text = readText(new Uint8Array(await file.arrayBuffer()))
    return text === null ? { fault: 'notText' } : { text }
  }
  const typed = form.get('text')
  if (typeof typed !== 'string' || typed.trim() === '') return { fault: 'noText' }
  return { text: typed }
}
