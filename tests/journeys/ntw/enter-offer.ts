import type { Page } from 'playwright-core'
import { enter, inFrench, send } from './fill-form.ts'
import { FEES, REFUNDS } from './offer.ts'
import { TRACKS } from './workshop.ts'

/** Seats, fees, how they are paid and what comes back. */
export async function enterOffer(page: Page, desk: string): Promise<void> {
  const seats = TRACKS.reduce((sum, track) => sum + track.seats, 0)
  await enter(page, `${desk}/seats/new`, { name: 'All tracks together', size: String(seats) })
  for (const { code, title, seats } of TRACKS) {
    const trackId = `${code}: ${title}`
    await enter(page, `${desk}/seats/new`, { name: `Track ${code}`, size: String(seats), trackId })
  }
  await enter(page, `${desk}/seats/new`, { name: 'Instructor candidates', size: '6' })

  await page.goto(`${desk}/blocks/new`)
  await page.locator('[name=name]').fill('Of the host')
  await page.locator('[name=untilAt]').fill('2027-05-30T23:59')
  for (const { code } of TRACKS) await page.getByLabel(`Track ${code}`, { exact: true }).fill('2')
  await send(page)

  for (const { typed } of FEES) await enter(page, `${desk}/tickets/new`, typed)
  await inFrench(
    page,
    `${desk}/tickets`,
    FEES.map(({ name, french }) => ({ link: name, typed: { name: french } })),
  )
  await enter(page, `${desk}/vouchers/new`, {
    name: 'Instructor candidates',
    opensHidden: true,
    ticketTypeIds: ['NTW-REFRESH'],
  })
  await enter(page, `${desk}/rules/payment/bank-transfer`, {
    isOffered: true,
    confirmsOn: 'placing',
    dueDays: '14',
    instructions: 'Write the reference on the transfer.',
  })
  await enter(page, `${desk}/rules/refunds`, REFUNDS)
  await enter(page, `${desk}/rules/changes`, { substitution: 'none', convertUntilAt: '2027-05-15T23:59' })
}
