import type { IncomingMessage } from 'node:http'
import { isLanguage, type Language, LANGUAGES, negotiateLanguage } from '#app/locales/languages.ts'
import { remembered } from '#app/values/remembered.ts'

/** A public answer by its address, however that was written. */
export interface KeptAddress {
  address: string
  /** Whether a form may be in it, with a key of its own in each copy; whoever is signed in gets one that knows them. */
  hasForm: boolean
}

/** An answer that is kept: an address, in a language. */
export interface KeptPlace extends KeptAddress {
  /** One for each answer that there is. */
  key: string
  /** Where the address names no language: what the asker reads. */
  language: Language | null
}

/** Finds the kept answer that is asked for; null for everything that is answered to one person. */
export function keptPlaces(
  keptAddress: (target: string) => KeptAddress | null,
): (incoming: IncomingMessage) => KeptPlace | null {
  const placesOf = remembered((target) => {
    const kept = keptAddress(target)
    return kept && placesAt(kept)
  })
  const languageOf = remembered(negotiateLanguage)
  return ({ url = '', headers }) => {
    const places = placesOf(url)
    if (places === null || (places.hasForm && headers.cookie?.includes('plenary_sign_in'))) return null
    return places.own ?? places.negotiated.get(languageOf(headers['accept-language'] ?? ''))!
  }
}

interface Places {
  hasForm: boolean
  /** Of an address that names its language. */
  own: KeptPlace | null
  negotiated: Map<Language, KeptPlace>
}

function placesAt(kept: KeptAddress): Places {
  const { address, hasForm } = kept
  if (isLanguage(address.split(/[/?]/, 2)[1]))
    return { hasForm, own: { ...kept, key: address, language: null }, negotiated: new Map() }
  const each = LANGUAGES.map(({ code }): [Language, KeptPlace] => [
    code,
    { ...kept, key: `${code} ${address}`, language: code },
  ])
  return { hasForm, own: null, negotiated: new Map(each) }
}
