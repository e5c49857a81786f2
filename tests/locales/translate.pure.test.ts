import { createInstance } from 'i18next'
import { expect, test } from 'vitest'
import { ar } from '#app/locales/ar.ts'
import { en } from '#app/locales/en.ts'
import { fr } from '#app/locales/fr.ts'
import { LANGUAGES } from '#app/locales/languages.ts'
import { type Key, translator } from '#app/locales/translate.ts'

const library = createInstance({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { translation: en }, fr: { translation: fr }, ar: { translation: ar } },
  interpolation: { escapeValue: false },
  initAsync: false,
})
void library.init()

function leaves(catalogue: object, prefix = ''): [key: string, text: string][] {
  return Object.entries(catalogue).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string' ? [[prefix + key, value]] : leaves(value as object, `${prefix}${key}.`),
  )
}

const COUNTS = [0, 1, 2, 3, 11, 100, 1_000_000]

test.each(LANGUAGES)('every text says in $code what the library makes of it, whatever is filled in', ({ code }) => {
  const [t, fixed] = [translator(code), library.getFixedT(code)]
  const different = new Set<string>()
  for (const [key, text] of leaves(en)) {
    const base = key.replace(/_(zero|one|two|few|many|other)$/, '') as Key
    const names = [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name!)
    const values = Object.fromEntries(names.map((name) => [name, `<${name}> $& {{count}}`]))
    for (const count of base === key && !names.includes('count') ? [undefined] : COUNTS) {
      const given = { ...values, ...(count === undefined ? {} : { count }) }
      if (t(base, given) !== fixed(base, given)) different.add(key)
    }
  }
  expect([...different]).toEqual([])
})

test('a key that nobody knows is said as it is', () => {
  expect(translator('fr')('refusal.no-such' as Key)).toBe('refusal.no-such')
})
