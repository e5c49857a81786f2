import { expect, test } from 'vitest'
import { aCall, type ACall, broken, decided, ORGANIZER } from '../offers/a-call.ts'
import { releaseDecisions } from '#app/applications/decisions/release-decisions.server.ts'
import { undoRelease } from '#app/applications/decisions/undo-release.server.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { countedQueries } from '#tests/support/counted-queries.ts'

test('a release of sixty offers with awards asks as often as one of six, and so does taking it back', async () => {
  const given = await testServices()
  const { db } = given
  const queriesFor = async (call: ACall) => {
    const packageId = call.packages.find(({ code }) => code === 'full')!.id
    const one = { kind: 'accept' as const, choiceId: call.choice.id, packageId }
    await db.updateTable('callChoices').set({ seats: null }).execute()
    await db.updateTable('quotas').set({ size: 100 }).execute()
    await db.deleteFrom('fundConditions').execute()
    await db.updateTable('funds').set({ budgetMinor: 900_000_000 }).execute()
    await decided(
      db,
      call,
      call.ids.map((applicationId) => ({ applicationId, ...one })),
    )
    let releaseId = ''
    const input = { callId: call.callId, now: NOW, actor: ORGANIZER }
    const released = await countedQueries(db, async (db) => {
      const result = await releaseDecisions(db, input)
      expect(result).toMatchObject({ ok: true, value: { released: call.ids.length, behind: 0, left: 0 } })
      if (result.ok) ({ releaseId } = result.value)
    })
    const undone = await countedQueries(db, (db) => undoRelease(db, { ...input, releaseId }))
    return { released, undone }
  }
  const few = await queriesFor(await aCall(given, 6))
  expect(await queriesFor(await aCall(given, 60, { slug: 'many' }))).toEqual(few)
  expect(await broken(db)).toEqual([])
  await given.close()
})
