import { readdir } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { MIGRATIONS } from '#db/migrations.ts'

test('every file of db/migrations is in the list that is applied, in order', async () => {
  const files = await readdir(new URL('../../db/migrations/', import.meta.url))
  expect(Object.keys(MIGRATIONS)).toEqual(files.map((name) => name.replace('.ts', '')).toSorted())
})
