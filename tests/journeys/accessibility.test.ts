import { expect, test } from 'vitest'
import { axeFindings, PHONE } from '../support/browser.ts'
import { withDemonstration } from '../support/demonstration.ts'

const site = withDemonstration()

const PUBLIC = [
  '/en',
  '/en/events',
  '/en/events?when=past',
  '/en/events?q=nothing-matches-this',
  '/en/series/ndss',
  '/en/events/inet-2027',
  '/en/events/ntw-2027-kigali',
  '/en/events/inet-2027/programme',
  '/en/events/routing-measurement-online/register',
  '/en/events/ndss-2027/register',
  '/en/events/traffic-exchange-bishkek/register',
  '/en/calendar',
  '/en/status',
  '/en/signin',
  '/en/about/accessibility',
  '/en/outbox',
  '/en/nowhere',
  '/fr',
  '/ar',
]

test.each([
  ['light and wide', {}],
  ['dark and narrow', { colorScheme: 'dark', viewport: PHONE }],
] as const)(
  'public pages have no serious or critical finding, %s',
  async (_, options) => {
    expect(await axeFindings(site.browser(), site.url(), PUBLIC, options)).toEqual([])
  },
  180_000,
)

test.each([
  ['attendee', ['/en/me', '/en/me/calendars']],
  [
    'administrator',
    [
      '/en/organize',
      '/en/organize/new',
      '/en/organize/ntw-2027-kigali',
      '/en/organize/ntw-2027-kigali/details',
      '/en/organize/ntw-2027-kigali/tracks',
      '/en/organize/ntw-2027-kigali/tickets',
      '/en/organize/inet-2027/tickets',
      '/en/organize/inet-2027/tickets/new',
      '/en/organize/inet-2027/blocks',
      '/en/organize/inet-2027/blocks/new',
      '/en/organize/inet-2027/vouchers',
      '/en/organize/inet-2027/vouchers/new',
      '/en/organize/inet-2027/rules',
      '/en/organize/inet-2027/rules/prices/new',
      '/en/organize/inet-2027/rules/taxes/new',
      '/en/organize/inet-2027/rules/refunds',
      '/en/organize/inet-2027/rules/changes',
      '/en/organize/inet-2027/rules/payment/desk',
      '/en/organize/ntw-2027-kigali/questions',
      '/en/organize/ntw-2027-kigali/registrations',
      '/en/organize/ntw-2027-kigali/registrations/new',
      '/en/organize/ntw-2027-kigali/duplicates',
      '/en/organize/ntw-2027-kigali/seats',
      '/en/organize/ntw-2027-kigali/sheet',
      '/en/organize/ntw-2027-kigali/runs',
      '/en/organize/ntw-2027-kigali/travel',
      '/en/organize/ntw-2027-kigali/related',
      '/en/organize/ntw-2027-kigali/clone',
      '/en/organize/ntw-2027-kigali/publish',
      '/en/organize/ntw-2027-kigali/move',
      '/en/organize/ntw-2027-kigali/programme?view=grid',
      '/en/organize/ntw-2027-kigali/programme/sessions/new',
      '/en/organize/ntw-2027-kigali/programme/rooms',
      '/en/organize/ntw-2027-kigali/programme/versions',
      '/en/organize/ntw-2027-kigali/messages',
      '/en/organize/ntw-2027-kigali/messages/new',
      '/en/organize/ntw-2027-kigali/messages/outbox',
      '/en/organize/ntw-2027-kigali/tasks',
      '/en/organize/ntw-2027-kigali/report',
      '/en/organize/ntw-2027-kigali/team',
      '/en/organize/ntw-2027-kigali/team/new',
      '/en/organize/ntw-2027-kigali/log',
      '/fr/organize/routing-measurement-online',
      '/ar/organize/routing-measurement-online',
      '/en/organize/templates',
      '/en/organize/ntw-2027-kigali/cancel',
      '/en/admin',
      '/en/admin/mail',
      '/en/admin/series',
      '/en/admin/series/new',
      '/en/admin/hosts',
    ],
  ],
  ['instructor', ['/en/teach', '/en/teach/ntw-2027-kigali']],
  ['finance', ['/en/finance']],
])(
  'pages of the %s neither',
  async (role, paths) => {
    const page = await site.openAs(role)
    const cookies = await page.context().cookies()
    await page.context().close()
    const storageState = { cookies, origins: [] }
    expect(await axeFindings(site.browser(), site.url(), paths, { storageState })).toEqual([])
  },
  240_000,
)
