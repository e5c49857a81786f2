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
      '/en/organize/ntw-2027-kigali/cancel',
      '/en/admin',
      '/en/admin/mail',
    ],
  ],
  ['instructor', ['/en/teach', '/en/teach/ntw-2027-kigali']],
  ['finance', ['/en/finance']],
])('pages of the %s neither', async (role, paths) => {
  const page = await site.openAs(role)
  const cookies = await page.context().cookies()
  await page.context().close()
  const storageState = { cookies, origins: [] }
  expect(await axeFindings(site.browser(), site.url(), paths, { storageState })).toEqual([])
})
