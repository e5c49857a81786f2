import { afterAll, beforeAll, expect, test } from 'vitest'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenAccount, givenEvent } from '#tests/support/given.ts'
import { givenTrack } from '#tests/participants/given-participants.ts'
import { compose } from '#app/mail/compose.server.ts'
import { mailSite } from '#app/jobs/mail-site.server.ts'
import { erasePerson } from '#app/people/erase-person.server.ts'
import { acceptInvitation } from '#app/people/team/accept-invitation.server.ts'
import { inviteAgain, revokeInvitation } from '#app/people/team/end-invitation.server.ts'
import { endRole } from '#app/people/team/end-role.server.ts'
import { invitationOf, invitationToken } from '#app/people/team/invitation-key.ts'
import { inviteToTeam } from '#app/people/team/invite.server.ts'
import { listTeam } from '#app/people/team/team-queries.server.ts'
import type { Invite } from '#app/people/team/team-form.ts'
import { addMinutes } from '#app/values/moment.ts'

let test_: Awaited<ReturnType<typeof testServices>>
let services: (typeof test_)['services']
let event: Awaited<ReturnType<typeof givenEvent>>
let organizer: string

beforeAll(async () => {
  test_ = await testServices()
  services = test_.services
  event = await givenEvent(services.db, { title: 'Routing in Kigali' })
  const role = { role: 'organizer', scope: 'event', scopeId: event.id } as const
  organizer = (await givenAccount(services.db, 'organizer@plenary.example', [role])).accountId
})

afterAll(() => test_.close())

const A_DAY = 24 * 60

async function invite(form: Partial<Invite>, now = NOW) {
  const actor = { kind: 'account' as const, id: organizer }
  const whole: Invite = { email: 'new@chapter.example', role: 'observer', scope: 'event', language: 'fr', ...form }
  return await inviteToTeam(services.db, { event, form: whole, now, actor })
}

function accept(invitationId: string, now = NOW) {
  return acceptInvitation(services.db, { invitationId, userAgent: null, earlierToken: null, now })
}

function placeOf(hasSeries = false) {
  return { eventId: event.id, seriesId: event.seriesId, hasSeries }
}

async function rolesOf(email: string) {
  return await services.db
    .selectFrom('roles')
    .innerJoin('accounts', 'accounts.id', 'roles.accountId')
    .select(['roles.role', 'roles.scope', 'roles.scopeId', 'roles.trackId'])
    .where('accounts.emailKey', '=', email)
    .execute()
}

function idOf(result: Awaited<ReturnType<typeof invite>>): string {
  if (!result.ok) throw new Error(result.refusals[0]!.code)
  return result.value.id
}

test('who is invited gets a mail in their language, and the role only by accepting, once', async () => {
  const id = idOf(await invite({ role: 'programme' }))
  const message = await services.db
    .selectFrom('messages')
    .selectAll()
    .where('template', '=', 'team-invitation')
    .where('subjectId', '=', id)
    .executeTakeFirstOrThrow()
  const written = await compose(services.db, mailSite(services), message, NOW)
  const mail = 'mail' in written ? written.mail : null
  expect(mail?.subject).toBe('Programme : Routing in Kigali')
  const link = `/fr/invitations/${invitationToken(services.config.secret, id)}`
  expect(mail?.text).toContain(link)
  expect(JSON.stringify(message)).not.toContain(link)

  expect(await rolesOf('new@chapter.example')).toEqual([])
  expect((await accept(id)).ok).toBe(true)
  expect(await rolesOf('new@chapter.example')).toEqual([
    { role: 'programme', scope: 'event', scopeId: event.id, trackId: '' },
  ])
  expect(await accept(id)).toMatchObject({ refusals: [{ code: 'invitation-over' }] })
  expect(await compose(services.db, mailSite(services), message, NOW)).toEqual({ withdrawn: 'outdated' })
  expect(await invite({ role: 'programme' })).toMatchObject({ refusals: [{ code: 'role-held', field: 'email' }] })
})

test('an invitation that stands is not sent twice; one that is over, taken back or forged opens nothing', async () => {
  const email = 'twice@chapter.example'
  const id = idOf(await invite({ email }))
  expect(await invite({ email })).toMatchObject({ refusals: [{ code: 'invited-already' }] })
  expect(await accept(id, addMinutes(NOW, 15 * A_DAY))).toMatchObject({ refusals: [{ code: 'invitation-over' }] })
  const of = { team: placeOf(), invitationId: id, actor: { kind: 'account' as const, id: organizer } }
  expect((await inviteAgain(services.db, { ...of, now: addMinutes(NOW, 15 * A_DAY) })).ok).toBe(true)
  expect((await revokeInvitation(services.db, { ...of, now: addMinutes(NOW, 16 * A_DAY) })).ok).toBe(true)
  expect(await accept(id, addMinutes(NOW, 16 * A_DAY))).toMatchObject({ refusals: [{ code: 'invitation-over' }] })
  expect(invitationOf(services.config.secret, `${id}.${'x'.repeat(32)}`)).toBeNull()
})

test('two who accept at once: one role, one sign-in', async () => {
  const id = idOf(await invite({ email: 'race@chapter.example' }))
  const outcomes = await Promise.all([accept(id), accept(id), accept(id)])
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await rolesOf('race@chapter.example')).toHaveLength(1)
})

test('a track is one of the event’s own, and only instructors have one', async () => {
  const trackId = await givenTrack(services.db, event.id, 'T1')
  const elsewhere = await givenTrack(services.db, (await givenEvent(services.db)).id, 'T9')
  const foreign = await invite({ email: 'track@chapter.example', role: 'instructor', trackId: elsewhere })
  expect(foreign).toMatchObject({ refusals: [{ code: 'unknown-track', field: 'trackId' }] })
  await accept(idOf(await invite({ email: 'track@chapter.example', role: 'instructor', trackId })))
  await accept(idOf(await invite({ email: 'desk@chapter.example', role: 'front-desk', trackId })))
  expect(await rolesOf('track@chapter.example')).toMatchObject([{ trackId }])
  expect(await rolesOf('desk@chapter.example')).toMatchObject([{ trackId: '' }])
})

test('an invitation of another event is not there', async () => {
  const other = await givenEvent(services.db)
  const id = idOf(await invite({ email: 'foreign@chapter.example' }))
  const team = { eventId: other.id, seriesId: other.seriesId, hasSeries: false }
  const of = { team, invitationId: id, now: NOW, actor: { kind: 'account' as const, id: organizer } }
  expect(await revokeInvitation(services.db, of)).toMatchObject({ refusals: [{ code: 'gone' }] })
})

test('the last organizer stays, also when two remove each other at once', async () => {
  const own = await givenEvent(services.db)
  const role = { role: 'organizer', scope: 'event', scopeId: own.id } as const
  const [one, other] = [
    await givenAccount(services.db, 'one@chapter.example', [role]),
    await givenAccount(services.db, 'other@chapter.example', [role]),
  ]
  const team = { eventId: own.id, seriesId: own.seriesId, hasSeries: false }
  const { members } = await listTeam(services.db, team, 1)
  const remove = (at: number, by: string) =>
    endRole(services.db, { team, roleId: members[at]!.id, now: NOW, actor: { kind: 'account', id: by } })
  const outcomes = await Promise.all([remove(0, one.accountId), remove(1, other.accountId)])
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ refusals: [{ code: 'last-organizer' }] })
  expect((await listTeam(services.db, team, 1)).members).toHaveLength(1)
})

test('erasing a person takes their invitations along', async () => {
  idOf(await invite({ email: 'erased@chapter.example' }))
  await erasePerson(services.db, { email: 'erased@chapter.example', actor: { kind: 'operator' }, now: NOW })
  const left = await services.db.selectFrom('invitations').select('email').execute()
  expect(left.map(({ email }) => email)).not.toContain('erased@chapter.example')
})
