import { afterAll, beforeAll, expect, test } from 'vitest'
import { erasePerson } from '#app/people/erase-person.server.ts'
import { updateOwnPerson } from '#app/people/update-own-person.server.ts'
import { givenAccepted } from '#tests/scholarships/given-award.ts'
import { newId } from '#app/values/id.ts'
import { NOW, testServices } from '#tests/support/app.ts'

let given: Awaited<ReturnType<typeof testServices>>

beforeAll(async () => {
  given = await testServices()
})
afterAll(() => given.close())

const actor = { kind: 'system' } as const

/** Somebody with an award, who agreed to be named or did not. */
async function awarded(isPublic: 0 | 1) {
  const { db } = given
  const { application, awardId } = await givenAccepted(db)
  await db.updateTable('awards').set({ isPublic }).where('id', '=', awardId).execute()
  const { personId } = application
  const { email } = await db.selectFrom('people').select('email').where('id', '=', personId).executeTakeFirstOrThrow()
  return { email: email!, personId }
}

/** Whether the public sees that something has changed. */
async function isSeen(command: () => Promise<unknown>): Promise<boolean> {
  const version = async () =>
    (await given.db.selectFrom('contentVersions').select('version').executeTakeFirst())?.version ?? 0
  const before = await version()
  expect(await command()).toMatchObject({ ok: true })
  return (await version()) > before
}

test('a name in public that is changed or erased is a change that the public sees, another is none', async () => {
  const seen: boolean[] = []
  for (const isPublic of [1, 0] as const) {
    const { email, personId } = await awarded(isPublic)
    const person = {
      personId,
      accountId: newId(NOW),
      fullName: 'Amina Example',
      country: 'KE',
      language: 'en',
      now: NOW,
    }
    seen.push(await isSeen(() => updateOwnPerson(given.db, person)))
    seen.push(await isSeen(() => erasePerson(given.db, { email, now: NOW, actor })))
  }
  expect(seen).toEqual([true, true, false, false])
})
