import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NOW, testServices } from '../support/app.ts'
import { countedQueries } from '#tests/support/counted-queries.ts'
import { givenEvent } from '#tests/support/given.ts'
import { planOf } from '#tests/support/plan.ts'
import { shareNextMoment, TURNING_POINTS, turningWithin } from '#app/events/next-moment.server.ts'
import { addSeconds } from '#app/values/moment.ts'

let given: Awaited<ReturnType<typeof testServices>>

beforeAll(async () => {
  given = await testServices()
})
afterAll(() => given.close())

/** 12:00, so the next day that begins somewhere does so at 12:15. */
const QUARTER = addSeconds(NOW, 15 * 60)
const at = (seconds: number) => addSeconds(NOW, seconds)

/** Tables of which no page that is kept reads a moment. */
const OF_NO_PUBLIC_PAGE = new Set(
  `people accounts sign_in_links sign_ins roles attempts invitations form_drafts series event_tasks vouchers voucher_uses
  voucher_campaigns orders order_lines registrations proofs eligible_people files seat_changes answers consents
  payment_attempts payments refunds refund_attempts disputes payment_claims provider_events finance_entries issuers
  invoices statements statement_lines statement_matches messages audit_entries downloads calendar_feeds
  calendar_departures session_sign_ups runs broadcasts reviewers applications application_answers application_teams
  referees application_redactions reviews funds payouts payout_receipts cohorts cohort_members decisions call_offers
  call_waves rosters roster_entries roster_readings list_links attendance_plans attendance_devices attendance_marks
  attendance_states attendance_conflicts attendance_sheets surveys certificate_rules certificate_names
  certificate_exceptions certificates certificate_versions certificate_keys refund_rules change_rules
  question_stages`.split(/\s+/),
)

/** Moments of public tables that are facts, or are shown as they are: no page compares them with the clock. */
const ONLY_SHOWN = new Set([
  'events.published_at', 'events.cancelled_at', 'events.created_at', 'events.updated_at', 'events.postponed_at',
  'events.calendar_at', 'sessions.updated_at', 'sessions.calendar_at', 'session_materials.created_at',
  'programme_versions.released_at', 'calls.referees_until_at', 'calls.review_until_at', 'calls.decide_at',
  'calls.no_offers_after_at', 'calls.opened_at', 'calls.created_at', 'calls.updated_at', 'reservations.created_at',
  'reservations.ended_at', 'offers.priced_at', 'offers.created_at', 'offers.updated_at', 'waiting_list_entries.joined_at',
  'waiting_list_entries.ended_at', 'waiting_list_entries.updated_at', 'decision_releases.created_at',
  'decision_releases.undone_at', 'publish_requests.asked_at', 'publish_requests.decided_at', 'publish_requests.updated_at',
  'awards.visa_at', 'awards.ticket_in_hand_at', 'awards.reported_at', 'awards.reminded_at', 'awards.created_at',
  'awards.updated_at', 'awards.ended_at', 'award_components.answered_at', 'calendar_deadlines.calendar_at',
]) // prettier-ignore

/** When they come, a job changes what is public, and makes a new content version; until then nothing has changed. */
const BY_A_JOB = new Set([
  'publish_requests.publish_at',
  'reservations.until_at',
  'offers.until_at',
  'waiting_list_entries.wanted_until_at',
])

/** A session is shown by its day, which begins with a quarter of an hour; a deadline is one of the columns that count. */
const OTHERWISE = new Set(['sessions.starts_at', 'sessions.ends_at', 'calendar_deadlines.at'])

it('every column of moments is a turning point, or somebody has said why it is none', async () => {
  const turning = new Set(TURNING_POINTS.map(([table, column]) => `${snake(table)}.${snake(column)}`))
  const tables = await given.db.introspection.getTables()
  const moments = tables
    .filter(({ name }) => !OF_NO_PUBLIC_PAGE.has(name))
    .flatMap(({ name, columns }) => columns.map((column) => ({ at: `${name}.${column.name}`, own: column.name })))
    .filter(({ own }) => /(^|_)(at|until)$/.test(own))
    .map(({ at: column }) => column)
  expect(moments.length).toBeGreaterThan(50)
  const told = (column: string) => [turning, ONLY_SHOWN, BY_A_JOB, OTHERWISE].filter((all) => all.has(column)).length
  expect(moments.filter((column) => told(column) !== 1)).toEqual([])
  const known = new Set(moments)
  for (const column of [...turning, ...ONLY_SHOWN, ...BY_A_JOB, ...OTHERWISE]) expect(known).toContain(column)
})

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

it('is looked for by an index, in every column', async () => {
  const query = turningWithin(NOW, QUARTER)
  const steps = await planOf(given.db, { compile: () => query.compile(given.db) })
  expect(steps.map(({ access, index }) => [access, index !== null])).toEqual(TURNING_POINTS.map(() => ['index', true]))
})

describe('the next moment', () => {
  it('is the next quarter of an hour where nothing happens by itself', async () => {
    const next = shareNextMoment(given.db)
    expect(await next(1, NOW)).toBe(QUARTER)
    expect(await next(1, at(899))).toBe(QUARTER)
    expect(await next(1, QUARTER)).toBe(at(1800))
  })

  it('is that at which a sale, a price, an event begins or ends; each in turn', async () => {
    const { db } = given
    const tickets = [
      { price: 1000, steps: [{ startsAt: at(10), endsAt: at(20) }], onSaleFromAt: at(30), onSaleUntilAt: at(40) },
    ]
    const event = await givenEvent(db, { tickets, startsAt: at(50), endsAt: at(60), applyUntilAt: at(10) })
    const next = shareNextMoment(db)
    const seen = []
    for (let now = NOW; seen.length < 7; now = seen.at(-1)!) seen.push(await next(1, now))
    expect(seen).toEqual([10, 20, 30, 40, 50, 60].map(at).concat(QUARTER))
    await db
      .updateTable('events')
      .set({ endsAt: at(5) })
      .where('id', '=', event.id)
      .execute()
    expect(await next(1, NOW)).toBe(at(10))
    expect(await next(2, NOW)).toBe(at(5))
  })

  it('is asked once for each version, by all together, and again when it could not be learned', async () => {
    let next = shareNextMoment(given.db)
    const asked = await countedQueries(given.db, async (db) => {
      next = shareNextMoment(db)
      await Promise.all(Array.from({ length: 20 }, () => next(1, NOW)))
      await next(1, at(100))
      await next(2, at(100))
      await next(2, at(10))
    })
    expect(asked).toBe(3)
    const away = shareNextMoment(given.db)
    await given.db.schema.alterTable('calls').renameTo('calls_gone').execute()
    await expect(away(1, NOW)).rejects.toThrow()
    await given.db.schema.alterTable('calls_gone').renameTo('calls').execute()
    expect(await away(1, NOW)).toBe(at(5))
  })
})
