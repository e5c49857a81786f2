import type { Kysely } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { shareContentVersion } from '#app/events/content-version.server.ts'
import { bumpContentVersion } from '#app/events/event-changed.server.ts'
import { shareNextMoment } from '#app/events/next-moment.server.ts'
import { type PublicFacts, sharePublicFacts } from '#app/events/public-facts.server.ts'
import { addSeconds } from '#app/values/moment.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/databases/create-database.ts'
import { givenEvent } from '#tests/support/given.ts'
import { NOW } from '#tests/support/now.ts'
import { connect } from '#db/connect.ts'
import type { Database } from '#db/schema.ts'

let database: TestDatabase
let db: Kysely<Database>
let facts: PublicFacts
let reads: number

beforeAll(async () => {
  database = await createTestDatabase()
  db = connect(database.url, 4)
})
afterAll(async () => {
  await db.destroy()
  await database.drop()
})
beforeEach(() => {
  facts = sharePublicFacts(shareContentVersion(db), shareNextMoment(db))
  reads = 0
})

/** Reads something by this name, and counts it. */
async function ask(name: string, now = NOW, answer: unknown = 'here'): Promise<unknown> {
  const held = await facts(now)
  return await held(name, () => {
    reads++
    return Promise.resolve(answer)
  })
}

describe('what public pages are made of', () => {
  it('is read once for all who ask, at once and one after the other', async () => {
    await Promise.all(Array.from({ length: 20 }, () => ask('event en inet')))
    await ask('event en inet')
    expect(reads).toBe(1)
    await ask('event fr inet')
    expect(reads).toBe(2)
  })

  it('is read anew when the content has changed, by another process too, in the very next answer', async () => {
    const other = connect(database.url, 1)
    await ask('event en inet')
    await bumpContentVersion(other)
    expect(await ask('event en inet', NOW, 'changed')).toBe('changed')
    await other.destroy()
  })

  it('is read anew when a moment has come that changes pages, and when the clock is set back', async () => {
    const begins = addSeconds(NOW, 30)
    await givenEvent(db, { tickets: [{ seats: 5, onSaleFromAt: begins }] })
    await bumpContentVersion(db)
    await ask('event en inet', NOW, 'before')
    expect(await ask('event en inet', addSeconds(NOW, 29), 'after')).toBe('before')
    expect(await ask('event en inet', begins, 'after')).toBe('after')
    expect(await ask('event en inet', NOW, 'before')).toBe('before')
  })

  it('is not kept where there is nothing, nor where reading failed', async () => {
    await ask('event en none', NOW, null)
    expect(await ask('event en none', NOW, 'made since')).toBe('made since')
    const held = await facts(NOW)
    await expect(held('broken', () => Promise.reject(new Error('away')))).rejects.toThrow('away')
    expect(await ask('broken')).toBe('here')
  })

  it('is forgotten when it becomes too much', async () => {
    await ask('small')
    for (let one = 0; one < 3; one++) await ask(`long ${one}`, NOW, 'x'.repeat(900_000))
    expect(await ask('small', NOW, 'again')).toBe('again')
  })

  it('is never told when nobody knows whether it still holds', async () => {
    await ask('event en inet')
    const away = sharePublicFacts(() => Promise.reject(new Error('away')), shareNextMoment(db))
    await expect(away(NOW)).rejects.toThrow('away')
  })
})
