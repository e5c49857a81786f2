import { readdir, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { ar } from '#app/locales/ar.ts'
import { en } from '#app/locales/en.ts'
import { fr } from '#app/locales/fr.ts'

const PLURAL = /_(zero|one|two|few|many|other)$/

function leaves(catalogue: object, prefix = ''): [string, string][] {
  return Object.entries(catalogue).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[prefix + key, value] as [string, string]]
      : leaves(value as object, `${prefix}${key}.`),
  )
}

/** Keys without their plural form, each with the names that its text fills in. */
function shape(catalogue: object): Record<string, string> {
  const names = new Map<string, Set<string>>()
  for (const [key, text] of leaves(catalogue)) {
    const base = key.replace(PLURAL, '')
    const known = names.get(base) ?? new Set<string>()
    for (const [, name] of text.matchAll(/\{\{(\w+)\}\}/g)) known.add(name!)
    names.set(base, known)
  }
  return Object.fromEntries(
    [...names].map(([key, set]) => [
      key,
      [...set]
        .filter((name) => name !== 'count')
        .toSorted()
        .join(' '),
    ]),
  )
}

test('French has every text of English, with the same values in it, and none besides', () => {
  expect(shape(fr)).toEqual(shape(en))
})

test('Arabic has every text of English, with the same values in it, and none besides', () => {
  expect(shape(ar)).toEqual(shape(en))
})

test('only none, one and two may leave out a value that the other numbers of a text fill in', () => {
  const namesIn = (text: string) =>
    [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name!))].toSorted()
  const wanted = new Map(leaves(en).map(([key, text]) => [key, namesIn(text)]))
  for (const [key, text] of leaves(ar).filter(([key]) => /_(few|many|other)$/.test(key)))
    expect(namesIn(text), key).toEqual(wanted.get(key.replace(PLURAL, '_other')))
})

test('a text in several numbers has every form that its language needs', () => {
  for (const [language, catalogue] of [
    ['en', en],
    ['fr', fr],
    ['ar', ar],
  ] as const) {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    const keys = new Set(leaves(catalogue).map(([key]) => key))
    const bases = [...keys].filter((key) => PLURAL.test(key)).map((key) => key.replace(PLURAL, ''))
    const missing = bases.flatMap((base) => forms.map((form) => `${base}_${form}`)).filter((key) => !keys.has(key))
    expect(missing, language).toEqual([])
  }
})

test('no text is empty or carries white space that nobody sees', () => {
  for (const [key, text] of [...leaves(en), ...leaves(fr), ...leaves(ar)]) {
    expect(text.trim(), key).not.toBe('')
    expect(text, key).not.toMatch(/ {2}|\t/)
  }
})

test('no page says anything that does not come from the catalogues', async () => {
  const files = (await readdir('app', { recursive: true })).filter((name) => name.endsWith('.tsx'))
  const stray: string[] = []
  for (const name of files) {
    const source = await readFile(`app/${name}`, 'utf8')
    for (const [index, line] of source.split('\n').entries()) {
      const text = line.replace(/\{[^{}]*\}/g, '').match(/>([^<>{}=;()&|]*[A-Za-zÀ-ÿ]{2}[^<>{}=;()&|]*)<\//)?.[1]
      const attribute = line.match(/\b(?:aria-label|title|placeholder|alt)="([^"]*[A-Za-z]{2}[^"]*)"/)?.[1]
      if (text ?? attribute) stray.push(`app/${name}:${index + 1}: ${(text ?? attribute)!.trim()}`)
    }
  }
  expect(stray).toEqual([])
})
