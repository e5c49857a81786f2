/**
 * The remainder by 97 of a text of digits and capitals, where letters stand for 10 to 35 (ISO 7064 MOD 97-10): what
 * the check digits of IBANs (ISO 13616) and creditor references (ISO 11649) are made from.
 */
export function mod97(text: string): number {
  let remainder = 0
  for (const character of text) {
    const value = Number.parseInt(character, 36)
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97
  }
  return remainder
}
