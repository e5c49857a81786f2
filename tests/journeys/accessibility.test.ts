import { expect, test } from 'vitest'
import { PUBLIC_PAGES } from './public-pages.ts'
import { axeFindings, PHONE } from '../support/browser.ts'
import { withDemonstration } from '../support/demonstration.ts'

const site = withDemonstration()

test.each([
  ['light and wide', {}],
  ['dark and narrow', { colorScheme: 'dark', viewport: PHONE }],
] as const)(
  'public pages have no serious or critical finding, %s',
  async (_, options) => {
    expect(await axeFindings(site.browser(), site.url(), PUBLIC_PAGES, options)).toEqual([])
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
      '/en/organize/ntw-2027-kigali/surveys',
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
      '/en/organize/ntw-2027-kigali/calls',
      '/en/organize/ntw-2027-kigali/calls/new',
      '/en/organize/ntw-2027-kigali/calls/admission/details',
      '/en/organize/ntw-2027-kigali/calls/admission/details/choices',
      '/en/organize/ntw-2027-kigali/calls/admission/details/choices/new',
      '/en/organize/ntw-2027-kigali/calls/admission/details/eligibility',
      '/en/organize/ntw-2027-kigali/calls/admission/details/waves',
      '/en/organize/ntw-2027-kigali/calls/admission/details/status',
      '/en/organize/ntw-2027-kigali/calls/admission/form',
      '/en/organize/ntw-2027-kigali/calls/admission/decisions',
      '/en/organize/ntw-2027-kigali/calls/admission/decisions/cohort',
      '/en/organize/ntw-2027-kigali/calls/admission/decisions/rest',
      '/en/organize/ntw-2027-kigali/calls/admission/decisions/reserve',
      '/en/organize/ntw-2027-kigali/calls/admission/decisions/review',
      '/en/organize/ntw-2027-kigali/calls/admission/decisions/release',
      '/en/organize/ntw-2027-kigali/calls/admission/decisions/undo',
      '/en/organize/ntw-2027-kigali/calls/admission/offers',
      '/en/organize/ntw-2027-kigali/calls/admission/offers/next',
      '/en/organize/ntw-2027-kigali/calls/admission/form/preview',
      '/en/organize/ntw-2027-kigali/calls/admission/form/questions/new',
      '/en/organize/ntw-2027-kigali/calls/admission/rubric',
      '/en/organize/ntw-2027-kigali/calls/admission/rubric/new',
      '/en/organize/ntw-2027-kigali/calls/admission/applications',
      '/en/organize/ntw-2027-kigali/calls/admission/applications/new',
      '/en/organize/ntw-2027-kigali/calls/admission/reviews',
      '/en/organize/ntw-2027-kigali/calls/admission/ranking',
      '/en/organize/ntw-2027-kigali/calls/admission/cohorts',
      '/en/organize/ntw-2027-kigali/calls/admission/cohorts/limits',
      '/en/organize/ntw-2027-kigali/calls/admission/cohorts/compare',
      '/en/organize/ntw-2027-kigali/calls/admission/reviews/assign',
      '/en/organize/ntw-2027-kigali/calls/admission/reviews/by-hand',
      '/en/organize/ntw-2027-kigali/calls/admission/reviews/reviewers/new',
      '/en/organize/ntw-2027-kigali/calls/admission/reviews/files',
      '/en/organize/ntw-2027-kigali/calls/admission/reviews/thirds',
      '/en/organize/ntw-2027-kigali/calls/admission/packages',
      '/en/organize/ntw-2027-kigali/calls/admission',
      '/en/organize/inet-2027/calls/fellowship',
      '/en/organize/inet-2027/funds',
      '/en/organize/inet-2027/funds/new',
      '/en/organize/inet-2027/awards',
      '/en/organize/inet-2027/awards/attendance',
      '/en/organize/inet-2027/payouts',
      '/en/organize/inet-2027/payouts/stipends',
      '/ar/organize/inet-2027/funds',
      '/en/organize/ntw-2027-kigali/check-in',
      '/ar/organize/ntw-2027-kigali/check-in?q=a',
      '/en/organize/ntw-2027-kigali/attendance',
      '/en/organize/ntw-2027-kigali/certificates',
      '/en/organize/ntw-2027-kigali/certificates/rule',
      '/en/organize/ntw-2027-kigali/certificates/signatories',
      '/ar/organize/ntw-2027-kigali/certificates/issue',
      '/en/teach/ntw-2027-kigali/certificates',
      '/en/organize/ntw-2027-kigali/messages',
      '/en/organize/ntw-2027-kigali/messages/new',
      '/en/organize/ntw-2027-kigali/messages/outbox',
      '/en/organize/ntw-2027-kigali/tasks',
      '/en/organize/ntw-2027-kigali/report',
      '/en/organize/ntw-2027-kigali/catering',
      '/en/organize/ntw-2027-kigali/team',
      '/en/organize/ntw-2027-kigali/team/new',
      '/en/organize/ntw-2027-kigali/log',
      '/en/organize/ntw-2027-kigali/downloads',
      '/fr/organize/routing-measurement-online',
      '/ar/organize/routing-measurement-online',
      '/en/organize/templates',
      '/en/organize/ntw-2027-kigali/cancel',
      '/en/organize/ntw-2027-kigali/roster',
      '/en/organize/ntw-2027-kigali/roster/plan',
      '/en/organize/ntw-2027-kigali/roster/freeze',
      '/en/admin',
      '/en/admin/mail',
      '/en/admin/series',
      '/en/admin/series/new',
      '/en/admin/hosts',
    ],
  ],
  [
    'instructor',
    [
      '/en/teach',
      '/en/teach/ntw-2027-kigali',
      '/en/teach/ntw-2027-kigali/participants',
      '/en/teach/ntw-2027-kigali/participants?view=teaching',
      '/en/teach/ntw-2027-kigali/skills',
      '/en/teach/ntw-2027-kigali/links',
      '/en/teach/ntw-2027-kigali/changes',
      '/en/teach/ntw-2027-kigali/sessions',
      '/en/teach/ntw-2027-kigali/messages',
      '/en/teach/ntw-2027-kigali/messages/new',
      '/en/teach/ntw-2027-kigali/attendance',
      '/en/teach/ntw-2027-kigali/attendance/history',
      '/en/teach/ntw-2027-kigali/attendance/paper',
      '/en/teach/ntw-2027-kigali/attendance/paper/file',
      '/en/teach/ntw-2027-kigali/paper',
      '/en/teach/ntw-2027-kigali/lab',
      '/en/teach/ntw-2027-kigali/lab/new',
      '/en/teach/ntw-2027-kigali/lab/groups',
      '/en/attendance/ntw-2027-kigali',
      '/en/attendance/ntw-2027-kigali/devices',
      '/ar/attendance/ntw-2027-kigali',
    ],
  ],
  ['finance', ['/en/finance', '/en/finance/payouts']],
  ['reviewer', ['/en/review']],
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

/** A list, and the page that a link of it leads to, and so on. */
const BEHIND: [role: string, list: string, ...links: RegExp[]][] = [
  ['reviewer', '/en/review', /\/review\/[^/]+\/[^/]+$/, /\/review\/[^/]+\/[^/]+\/[^/]+-\d+$/],
  ['administrator', '/en/organize/ntw-2027-kigali/calls/admission/applications', /\/applications\/[\da-f-]{36}$/],
  ['administrator', '/en/organize/ntw-2027-kigali/calls/admission/ranking', /\/ranking\/[\da-f-]{36}/],
  ['administrator', '/en/organize/ntw-2027-kigali/calls/admission/packages', /\/packages\/[\da-f-]{36}$/],
  ['administrator', '/en/organize/ntw-2027-kigali/calls/admission/reviews', /\/reviewers\/[\da-f-]{36}$/],
  ['administrator', '/en/teach/ntw-2027-kigali/participants', /\/participants\/[\dA-Z-]+$/],
  ['administrator', '/en/organize/inet-2027/funds', /\/funds\/[\da-f-]{36}$/],
  ['administrator', '/en/organize/inet-2027/funds', /\/funds\/[\da-f-]{36}\/report$/],
]

test.each(['reviewer', 'administrator'])(
  'nor what the lists of the %s lead to',
  async (role) => {
    const page = await site.openAs(role)
    const paths: string[] = []
    for (const [, list, ...links] of BEHIND.filter(([who]) => who === role)) {
      let path = list
      for (const link of links) {
        await page.goto(path)
        const all = await page
          .locator('main a')
          .evaluateAll((found) => found.map((one) => (one as HTMLAnchorElement).pathname))
        path = all.find((one) => link.test(one)) ?? `no ${link.source} in ${path}`
        expect(path).toMatch(/^\//)
        paths.push(path)
      }
    }
    const cookies = await page.context().cookies()
    await page.context().close()
    expect(await axeFindings(site.browser(), site.url(), paths, { storageState: { cookies, origins: [] } })).toEqual([])
  },
  240_000,
)
