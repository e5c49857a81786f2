import { expect, test } from 'vitest'
import { FREEZE_AT, givenWorkshop, setState } from './a-roster.ts'
import { addMinutes } from '#app/values/moment.ts'
import { testServices } from '#tests/support/app.ts'
import { runTogether } from '#tests/support/race/run-together.ts'

interface Output {
  frozen: number
  changes: number
}

test('a list is frozen once and every change is told once, by whatever number of processes', async () => {
  const { db, services, close } = await testServices()
  const { people, tracks } = await givenWorkshop(db)
  const ids = [...(await people(['A', 'B', 'C', 'D', 'E'])), ...(await people(['F', 'G'], 1))]
  const url = services.config.databaseUrl
  const four = (now: string) =>
    runTogether<Output>(
      'follow-rosters.ts',
      Array.from({ length: 4 }, () => ({ url, now, runs: 3 })),
    )

  const frozen = await four(FREEZE_AT)
  expect(frozen.reduce((total, { frozen }) => total + frozen, 0)).toBe(1)
  expect(await db.selectFrom('rosterEntries').select('kind').execute()).toHaveLength(7)

  for (const id of ids.slice(0, 3)) await setState(db, id, 'cancelled')
  await db.updateTable('registrations').set({ trackId: tracks[0] }).where('id', '=', ids[5]!).execute()
  const followed = await four(addMinutes(FREEZE_AT, 60))
  expect(followed.reduce((total, { changes }) => total + changes, 0)).toBe(4)
  const kinds = await db.selectFrom('rosterEntries').select('kind').where('kind', '<>', 'frozen').execute()
  expect(kinds.map(({ kind }) => kind).toSorted()).toEqual(['left', 'left', 'left', 'moved'])
  const mails = await db
    .selectFrom('messages')
    .select(['template', 'recipientKey'])
    .where('template', 'like', 'roster-%')
    .execute()
  expect(mails.map(({ template, recipientKey }) => `${template} ${recipientKey}`).toSorted()).toEqual(
    ['roster-changed', 'roster-frozen'].flatMap((template) =>
      ['both', 'first', 'second'].map((name) => `${template} ${name}@plenary.example`),
    ),
  )
  await close()
}, 180_000)
