import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aSession, aSnapshot } from './a-snapshot.ts'
import { LANGUAGES } from '#app/locales/languages.ts'
import { translator } from '#app/locales/translate.ts'
import { changeWords } from '#app/programme/versions/change-words.ts'
import { concerning } from '#app/programme/versions/concerns.ts'
import { diffProgrammes, type SessionChange } from '#app/programme/versions/diff.ts'
import { type Snapshot, type SnapshotSession, withoutRooms } from '#app/programme/versions/snapshot.ts'

/** Applies a diff to the programme that it starts from. */
function applied(before: Snapshot, changes: SessionChange[]): SnapshotSession[] {
  const sessions = new Map(before.sessions.map((session) => [session.id, session]))
  for (const change of changes)
    if (change.is === 'removed') sessions.delete(change.before.id)
    else sessions.set(change.after.id, change.after)
  return [...sessions.values()].toSorted((one, other) => (one.id < other.id ? -1 : 1))
}

const session = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  title: fc.constantFrom('Opening', 'Routes', 'Names'),
  hour: fc.integer({ min: 8, max: 17 }),
  room: fc.constantFrom(null, 'Hall A', 'Hall B'),
  track: fc.constantFrom(null, 'T1', 'T2'),
  person: fc.constantFrom(null, 'Ngozi Muster', 'Contohwati'),
  interpretation: fc.constantFrom('', 'fr', 'es,fr'),
})
const snapshot = fc.uniqueArray(session, { selector: ({ id }) => id }).map((all) =>
  aSnapshot(
    ...all.map(({ hour, person, ...facts }) =>
      aSession({
        ...facts,
        startsTime: `${String(hour).padStart(2, '0')}:00`,
        startsAt: `2027-06-22T${String(hour - 2).padStart(2, '0')}:00:00.000Z`,
        people: person === null ? [] : [{ role: 'speaker', fullName: person, affiliation: null }],
      }),
    ),
  ),
)

test('applied to the old programme, a diff gives the new one; nothing that stayed is in it', () => {
  fc.assert(
    fc.property(snapshot, snapshot, (before, after) => {
      const changes = diffProgrammes(before, after)
      expect(applied(before, changes)).toEqual(after.sessions.toSorted((one, other) => (one.id < other.id ? -1 : 1)))
      expect(new Set(changes.map((change) => (change.is === 'removed' ? change.before : change.after).id)).size).toBe(
        changes.length,
      )
      for (const change of changes) if (change.is === 'changed') expect(change.before).not.toEqual(change.after)
      expect(diffProgrammes(after, after)).toEqual([])
    }),
  )
})

test('every change has words in every language', () => {
  fc.assert(
    fc.property(
      snapshot,
      snapshot,
      fc.constantFrom(...LANGUAGES.map(({ code }) => code)),
      (before, after, language) => {
        for (const change of diffProgrammes(before, after)) {
          const sentences = changeWords(change, after.zone, language)
          expect(sentences.length).toBeGreaterThan(0)
          for (const { key, values } of sentences)
            expect(translator(language)(key, values)).not.toMatch(/\{\{|release\./)
        }
      },
    ),
  )
})

describe('in words', () => {
  const words = (before: Partial<SnapshotSession>, after: Partial<SnapshotSession>) =>
    diffProgrammes(aSnapshot(aSession(before)), aSnapshot(aSession(after))).flatMap((change) =>
      changeWords(change, 'Africa/Kigali', 'en').map(({ key, values }) => translator('en')(key, values)),
    )

  test('a move says day, hours, zone, and the room where that is another too', () => {
    const later = { startsTime: '11:00', endsTime: '12:30', startsAt: '2027-06-22T09:00:00.000Z' }
    expect(words({}, later)).toEqual([
      'Moved from Tuesday 22 June, 09:00–10:30 (UTC+2) to Tuesday 22 June, 11:00–12:30 (UTC+2)',
    ])
    expect(words({}, { ...later, room: 'Hall C' })).toEqual([
      'Moved from Tuesday 22 June, 09:00–10:30 (UTC+2), Hall B to Tuesday 22 June, 11:00–12:30 (UTC+2), Hall C',
    ])
  })

  test('people with what they are, languages by name, what is not there any more', () => {
    const chair = { role: 'chair', fullName: 'Contohwati', affiliation: null }
    expect(
      words({}, { title: 'Routes again', room: null, people: [chair], language: 'fr', interpretation: 'ar,en' }),
    ).toEqual([
      'New title. It was: Routes',
      'Room: none. It was: Hall B',
      'People: Contohwati (Chair). It was: Ngozi Muster',
      'Language: French. It was: English',
      'Interpreted into: Arabic, English. It was: none',
    ])
  })

  test('what is added and what is gone', () => {
    const [one, none] = [aSnapshot(aSession({})), aSnapshot()]
    const said = (before: Snapshot, after: Snapshot) =>
      diffProgrammes(before, after).flatMap((change) =>
        changeWords(change, 'Africa/Kigali', 'en').map(({ key, values }) => translator('en')(key, values)),
      )
    expect(said(none, one)).toEqual(['New: Tuesday 22 June, 09:00–10:30 (UTC+2), Hall B'])
    expect(said(one, none)).toEqual(['Taken off the programme. It was on Tuesday 22 June, 09:00–10:30 (UTC+2), Hall B'])
    expect(said(withoutRooms(one), withoutRooms(none))[0]).not.toContain('Hall')
  })
})

test('each is told of their own: their track, what is for everybody, their sessions; not of a new description', () => {
  const before = aSnapshot(
    aSession({ id: 'all', track: null }),
    aSession({ id: 'one', track: 'T1' }),
    aSession({ id: 'two', track: 'T2' }),
    aSession({ id: 'text', track: null }),
    aSession({ id: 'moved', track: 'T1' }),
  )
  const after = aSnapshot(
    aSession({ id: 'all', track: null, room: 'Hall C' }),
    aSession({ id: 'one', track: 'T1', room: 'Hall C' }),
    aSession({ id: 'two', track: 'T2', room: 'Hall C' }),
    aSession({ id: 'text', track: null, abstract: 'another' }),
    aSession({ id: 'moved', track: 'T2' }),
  )
  const told = (tracks: string[] | 'all' | null, ...sessions: string[]) =>
    concerning(diffProgrammes(before, after), { tracks, sessions })
      .map((change) => (change.is === 'removed' ? '' : change.after.id))
      .toSorted()
  expect(told('all')).toEqual(['all', 'moved', 'one', 'two'])
  expect(told(['T1'])).toEqual(['all', 'moved', 'one'])
  expect(told(['T2'])).toEqual(['all', 'moved', 'two'])
  expect(told(['T3'])).toEqual(['all'])
  expect(told(['T1'], 'two')).toEqual(['all', 'moved', 'one', 'two'])
  expect(told(null, 'two')).toEqual(['two'])
  expect(told(null)).toEqual([])
})
