/**
 * What tax numbers of businesses look like, without their country's letters. The European Union: the formats of VIES
 * (https://ec.europa.eu/taxation_customs/vies/#/faq, question 11, read 2026-11); Rwanda: the nine digits of the
 * Rwanda Revenue Authority's TIN; Switzerland: the UID with its suffix (BFS); the United Kingdom and Norway: HMRC and
 * Brønnøysund. Elsewhere only what no number can be without is asked for.
 */
const FORMS: Record<string, RegExp> = {
  AT: /^U\d{8}$/,
  BE: /^[01]\d{9}$/,
  BG: /^\d{9,10}$/,
  CH: /^E?\d{9}(MWST|TVA|IVA)?$/,
  CY: /^\d{8}[A-Z]$/,
  CZ: /^\d{8,10}$/,
  DE: /^\d{9}$/,
  DK: /^\d{8}$/,
  EE: /^\d{9}$/,
  ES: /^[A-Z0-9]\d{7}[A-Z0-9]$/,
  FI: /^\d{8}$/,
  FR: /^[A-HJ-NP-Z0-9]{2}\d{9}$/,
  GB: /^(\d{9}|\d{12}|(GD|HA)\d{3})$/,
  GR: /^\d{9}$/,
  HR: /^\d{11}$/,
  HU: /^\d{8}$/,
  IE: /^(\d[A-Z0-9+*]\d{5}[A-Z]|\d{7}[A-W][A-I]?)$/,
  IT: /^\d{11}$/,
  LT: /^(\d{9}|\d{12})$/,
  LU: /^\d{8}$/,
  LV: /^\d{11}$/,
  MT: /^\d{8}$/,
  NL: /^[A-Z0-9+*]{12}$/,
  NO: /^\d{9}(MVA)?$/,
  PL: /^\d{10}$/,
  PT: /^\d{9}$/,
  RO: /^\d{2,10}$/,
  RW: /^\d{9}$/,
  SE: /^\d{12}$/,
  SI: /^\d{8}$/,
  SK: /^\d{10}$/,
}

/** Greece writes its numbers with EL (ISO 639) and is GR everywhere else. */
const PREFIXES: Record<string, string> = { GR: 'EL', CH: 'CH' }

/** A tax number without spaces and punctuation, in capitals. */
export function taxNumberKey(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s./-]/g, '')
}

/** Whether a tax number has the form that numbers of that country (ISO 3166-1) have; its letters may stand before it. */
export function isTaxNumber(typed: string, country: string): boolean {
  const number = taxNumberKey(typed)
  const form = FORMS[country]
  if (!form) return /^[A-Z0-9]{5,20}$/.test(number) && /\d{3}/.test(number)
  const prefix = PREFIXES[country] ?? country
  return form.test(number) || (number.startsWith(prefix) && form.test(number.slice(prefix.length)))
}
