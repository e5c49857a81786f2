import { mod97 } from '#app/values/mod-97.ts'

/** Two letters, two digits and more: whoever types that means an IBAN. */
export function looksLikeIban(typed: string): boolean {
  return /^[A-Z]{2}\d{2}[A-Z0-9]{8,}$/.test(compact(typed))
}

/** Whether an IBAN's check digits agree (ISO 13616, by ISO 7064 MOD 97-10); spaces and case do not matter. */
export function isIban(typed: string): boolean {
  const bare = compact(typed)
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(bare)) return false
  return mod97(bare.slice(4) + bare.slice(0, 4)) === 1
}

function compact(typed: string): string {
  return typed.replace(/\s/g, '').toUpperCase()
}
