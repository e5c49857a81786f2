import type { Kysely } from 'kysely'
import { newerMark } from '../newer-mark.server.ts'
import { recordMarks } from '../record-marks.server.ts'
import { changesInForm } from './list-form.ts'
import type { EventPlace } from '#app/people/rights.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'

interface MarkList {
  event: EventPlace
  slot: string
  form: FormData
  accountId: string
  trackIds: string[] | 'all'
  now: Instant
}

/** Marks what a posted list changes, and nobody else. Says how many, how many could not be, and by when it can be undone. */
export async function markList(
  db: Kysely<Database>,
  { event, slot, form, accountId, trackIds, now }: MarkList,
): Promise<Result<{ saved: number; refused: number; at: Instant }, 'busy'>> {
  const ids = [...new Set(form.getAll('people').filter((id) => typeof id === 'string'))].slice(0, 500)
  const states = await standing(db, { slot, ids })
  const changes = changesInForm(form, new Map([...states].map(([id, { state }]) => [id, state])))
  const marks = changes.map(({ registrationId, state }) => {
    const { id, at } = newerMark(states.get(registrationId), now)
    return { id, at, registrationId, slot, state }
  })
  if (marks.length === 0) return { ok: true, value: { saved: 0, refused: 0, at: now } }
  const latest = marks
    .map(({ at }) => at)
    .toSorted()
    .at(-1)!
  const done = await recordMarks(db, { event, marks, accountId, trackIds, source: 'list', now: latest })
  if (!done.ok) return done
  const refused = done.value.filter(({ is }) => is === 'refused').length
  return { ok: true, value: { saved: done.value.length - refused, refused, at: latest } }
}

async function standing(db: Kysely<Database>, { slot, ids }: { slot: string; ids: string[] }) {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('attendanceStates')
    .select(['registrationId', 'state', 'at', 'markId'])
    .where('registrationId', 'in', ids)
    .where('slot', '=', slot)
    .execute()
  return new Map(rows.map((row) => [row.registrationId, row]))
}
