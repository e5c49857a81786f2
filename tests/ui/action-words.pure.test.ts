import { glob, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { isKey } from '#app/locales/translate.ts'

/** Every action that the code writes down, read from its text. */
async function actions(): Promise<string[]> {
  const found = new Set<string>()
  for await (const file of glob('app/**/*.server.ts')) {
    const text = await readFile(file, 'utf8')
    for (const [, action] of text.matchAll(/action(?::|,)[^\n]*?'([a-z-]+\.[a-z-]+)'/g)) found.add(action!)
    for (const [, action] of text.matchAll(/'([a-z-]+\.[a-z-]+)', *\n? *objectKind/g)) found.add(action!)
    // Where the verb is worked out, at least the kind is known.
    for (const [, kind] of text.matchAll(/action: `([a-z-]+)\.\$\{/g)) found.add(`${kind}.changed`)
  }
  return [...found].toSorted()
}

test('everything that a log can tell has words', async () => {
  const all = await actions()
  expect(all.length).toBeGreaterThan(90)
  const without = all.filter((action) => {
    const [kind, verb] = action.split('.')
    return !isKey(`team.log.kinds.${kind}`) || !isKey(`team.log.verbs.${verb}`)
  })
  expect(without).toEqual([])
})
