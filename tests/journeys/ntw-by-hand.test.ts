import { expect, test } from 'vitest'
import { withEmptyInstallation } from './ntw/empty-installation.ts'
import { enterOffer } from './ntw/enter-offer.ts'
import { enterProgramme } from './ntw/enter-programme.ts'
import { enter, inFrench, send } from './ntw/fill-form.ts'
import { FEES, ISSUER, TASKS } from './ntw/offer.ts'
import { mondayOfRouting } from './ntw/programme.ts'
import { QUESTIONS, STAGES } from './ntw/questions.ts'
import { DETAILS, FRENCH_DETAILS, FRENCH_TITLE, NEW_EVENT, PEOPLE, SLUG, TITLE, TRACKS } from './ntw/workshop.ts'

const ADMINISTRATOR = 'first@plenary.example.org'
const ORGANIZER = 'wanjiku@plenary.example.org'
const DESK = `/en/organize/${SLUG}`

const site = withEmptyInstallation()

test('the Network Training Workshop, from an empty installation, by hand and without script, until a stranger reads it', async () => {
  await site.makeAdministrator(ADMINISTRATOR)
  const office = await site.open()
  await enter(office, '/en/signin?to=/admin', { email: ADMINISTRATOR })
  await office.goto(await site.mailedLink(ADMINISTRATOR, '/signin/link/'))
  await send(office)
  expect(new URL(office.url()).pathname).toBe('/en/admin')

  await enter(office, '/en/admin/hosts/new', {
    name: 'Example Chapter of Rwanda',
    slug: 'example-rwanda',
    kind: 'chapter',
    country: 'RW',
  })
  await enter(office, '/en/admin/series/new', {
    name: 'Network Training Workshop',
    shortName: 'NTW',
    kind: 'Training workshop',
    summary: 'A week of practice for those who run networks.',
    slug: 'ntw',
    mark: 'ntw',
  })
  await enter(office, '/en/finance/issuers/new', ISSUER)
  await enter(office, '/en/organize/new', NEW_EVENT)
  const draft = new URL(office.url()).pathname
  await enter(office, `${draft}/team/new`, { email: ORGANIZER, role: 'organizer', scope: 'series' })

  const desk = await site.open()
  await desk.goto(await site.mailedLink(ORGANIZER, '/invitations/'))
  await send(desk)
  await enter(desk, `${draft}/details`, DETAILS)
  await enter(desk, `${DESK}/details?text=fr`, FRENCH_DETAILS)
  await enter(desk, `${DESK}/travel/new`, { country: 'IN', note: 'Allow three weeks for the visa.' })
  for (const { room, seats } of TRACKS)
    await enter(desk, `${DESK}/programme/rooms/new`, { name: room, seats: String(seats + 6) })
  for (const { code, title, language, room } of TRACKS)
    await enter(desk, `${DESK}/tracks/new`, { code, title, language, room, level: 'intermediate' })
  await inFrench(
    desk,
    `${DESK}/tracks`,
    TRACKS.map(({ title, french }) => ({ link: title, typed: { title: french } })),
  )
  for (const person of PEOPLE) await enter(desk, `${DESK}/people/new`, person)
  await enterOffer(desk, DESK)
  for (const question of QUESTIONS) await enter(desk, `${DESK}/questions/new`, question)
  await enter(desk, `${DESK}/questions/stages`, STAGES)
  await enterProgramme(desk, DESK)
  for (const kind of ['confirmation', 'practical-notes', 'tomorrow', 'feedback'])
    await enter(desk, `${DESK}/messages/own/${kind}`, { isOn: true })
  for (const [title, dueOn] of Object.entries(TASKS)) await enter(desk, `${DESK}/tasks`, { title, dueOn })

  const stranger = await site.open()
  expect((await stranger.goto(`/en/events/${SLUG}`))!.status()).toBe(404)
  await desk.goto(`${DESK}/publish`)
  expect(await desk.locator('main aside').innerText()).toMatch(/7 of 7 done.*Advised\s+A call with a last day/s)
  await send(desk)

  await stranger.goto('/en/events?q=kigali')
  await stranger.getByRole('link', { name: TITLE }).click()
  const page = await stranger.locator('main').innerText()
  for (const { title } of TRACKS) expect(page).toContain(title)
  for (const { fullName } of PEOPLE) expect(page).toContain(fullName)
  for (const { name } of FEES.filter(({ typed }) => !typed.isHidden)) expect(page).toContain(name)
  expect(page).not.toContain('Instructor candidate')
  await stranger.getByRole('link', { name: 'Full programme, 158 sessions' }).click()
  await stranger.getByRole('link', { name: 'All days on one page, for printing' }).click()
  const programme = await stranger.locator('main').innerText()
  for (const { title, room } of mondayOfRouting()) {
    expect(programme).toContain(title)
    expect(programme).toContain(room)
  }
  await stranger.goto(`/fr/events/${SLUG}`)
  const french = await stranger.locator('main').innerText()
  for (const text of [FRENCH_TITLE, ...TRACKS.map((track) => track.french)]) expect(french).toContain(text)
}, 600_000)
