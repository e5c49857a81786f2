import fc from 'fast-check'
import { expect, test } from 'vitest'
import { missingEntries, replayEntries, type RosterEntry } from '#app/participants/rosters/replay-entries.ts'

const list = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom('', 'T1', 'T2')), {
    selector: ([id]) => id,
  })
  .map((pairs) => new Map(pairs.map(([id, trackId]) => [`r${id}`, trackId])))

test('replaying the entries gives the list, however it changed and in whatever order they are read', () => {
  fc.assert(
    fc.property(fc.array(list, { minLength: 1, maxLength: 12 }), fc.gen(), (lists, gen) => {
      const entries: RosterEntry[] = []
      for (const now of lists) {
        const missing = missingEntries(replayEntries(entries), now)
        entries.push(...missing)
        const read = gen(() => fc.shuffledSubarray(entries, { minLength: entries.length }))
        const known = replayEntries(read)
        const replayed = [...known].flatMap(([id, { trackId }]) => (trackId === null ? [] : [[id, trackId] as const]))
        expect(new Map(replayed)).toEqual(now)
        // Nothing is missing any more, and no step comes twice.
        expect(missingEntries(known, now)).toEqual([])
        expect(new Set(entries.map(({ registrationId, step }) => `${registrationId} ${step}`)).size).toBe(
          entries.length,
        )
      }
    }),
  )
})
