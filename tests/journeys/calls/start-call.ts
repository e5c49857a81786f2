import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { send } from '../ntw/fill-form.ts'
import { givenAccount } from '../../support/given.ts'
import { callPlan, givenCall } from '../../support/given-call.ts'
import type { CallSite } from './call-site.ts'
import { NOW } from '../../support/now.ts'
import { newId } from '#app/values/id.ts'
import { addMinutes } from '#app/values/moment.ts'
import type { CallPlan } from '#app/applications/plan/call-plan.ts'

const ORGANIZER = 'organizer@example.org'

/** One of the three calls as it is written, as a draft with so many seats of each choice, opened by its organizer. */
export async function startCall(
  site: CallSite,
  sample: 'ntw' | 'inet' | 'ndss',
  { seats, prices = {}, ...more }: Partial<CallPlan> & { seats: number; prices?: Record<string, number> },
) {
  const written = callPlan(sample)
  const plan: CallPlan = {
    ...written,
    ...more,
    status: 'draft',
    choices: written.choices.map((choice) => ({ ...choice, seats })),
  }
  const opensAt = plan.opensAt!
  site.setNow(addMinutes(opensAt, 60))
  const { event, call, ticketIds } = await givenCall(site.services(), { sample, ...plan })
  for (const [code, amountMinor] of Object.entries(prices)) await price(site, ticketIds[code]!, amountMinor)
  await givenAccount(site.db(), ORGANIZER, [{ role: 'organizer', scope: 'event', scopeId: event.id }])
  const page = await organizer(site)
  const base = `/en/organize/${event.slug}/calls/${call.slug}`
  await page.goto(`${base}/details/status`)
  await send(page)
  expect(await page.locator('main').innerText()).toContain('Opened: it takes applications')
  const kind = call.kind === 'scholarship' ? 'scholarship' : 'apply'
  await page.context().close()
  return { event, call, plan, base, desk: `/en/organize/${event.slug}`, apply: `/events/${event.slug}/${kind}` }
}

async function price(site: CallSite, ticketTypeId: string, amountMinor: number): Promise<void> {
  const step = { id: newId(NOW), ticketTypeId, position: 0, kind: 'only' as const, startsAt: null, endsAt: null }
  await site
    .db()
    .insertInto('priceSteps')
    .values({ ...step, currency: 'USD', amountMinor })
    .execute()
}

/** The organizer, who signs in anew for each part: a sign-in ends a month after it was last used. */
export async function organizer(site: CallSite): Promise<Page> {
  return await signedIn(site, ORGANIZER)
}

/** Somebody of the staff, signed in by the link that is mailed to them. */
export async function signedIn(site: CallSite, email: string): Promise<Page> {
  const page = await site.open()
  await page.goto('/en/signin')
  await page.locator('[name=email]').fill(email)
  await page.locator('button.go').click()
  await page.goto(await site.mailedLink(email, '/signin/link/'))
  await send(page)
  return page
}
