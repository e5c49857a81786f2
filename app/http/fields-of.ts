import type { Fields } from '#app/values/form-state.ts'

/** More than the largest form of ours has, thirty people with thirty answers each. */
export const MAXIMUM_FIELDS = 2000

/** Null where there are more fields than any form has: to tell apart millions of empty ones would take minutes. */
export function typedFields(text: string): Fields | null {
  return occursOften(text, '&') ? null : [...new URLSearchParams(text)]
}

/** Null as well where they cannot be read. */
export async function partsOf(bytes: Buffer<ArrayBuffer>, type: string): Promise<Fields | null> {
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(type)
  if (boundary === null || occursOften(bytes, `--${boundary[1] ?? boundary[2]}`)) return null
  return await new Response(bytes, { headers: { 'Content-Type': type } }).formData().catch(() => null)
}

/** More often than any form has fields. */
function occursOften(text: string | Buffer, sign: string): boolean {
  let times = 0
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + sign.length))
    if (++times > MAXIMUM_FIELDS + 1) return true
  return false
}
