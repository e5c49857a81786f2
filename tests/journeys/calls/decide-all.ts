import { expect } from 'vitest'
import { enter, send } from '../ntw/fill-form.ts'
import type { CallSite } from './call-site.ts'
import { organizer } from './start-call.ts'
import { addMinutes } from '#app/values/moment.ts'

interface Deciding {
  base: string
  /** The labels of the applications in the order of their ranks. */
  ranked: string[]
  /** What becomes of each by what is suggested, by their names. */
  decided: Record<string, string>
}

/** From the ranking to the mails: a cohort that is suggested and chosen, its decisions read as mails, and released. */
export async function decideAll(site: CallSite, { base, ranked, decided }: Deciding) {
  const desk = await organizer(site)
  await desk.goto(`${base}/ranking`)
  const ranks = await desk.locator('main table tbody tr').allInnerTexts()
  expect(ranks.map((row) => /[A-Z]-\d{3}/.exec(row)?.[0])).toEqual(ranked)
  await enter(desk, `${base}/cohorts`, { name: 'As suggested' })
  const cohort = new URL(desk.url()).pathname
  await desk.goto(`${cohort}/suggest`)
  await send(desk)
  await desk.waitForURL(/done=suggested/)
  await desk.goto(`${cohort}/choose`)
  await send(desk)
  await desk.goto(`${base}/decisions/cohort`)
  await send(desk)
  await desk.goto(`${base}/decisions`)
  for (const [name, decision] of Object.entries(decided))
    expect(await desk.locator('main tbody tr', { hasText: name }).innerText()).toContain(decision)
  await desk.goto(`${base}/decisions/review`)
  await desk.goto(`${base}/decisions/release`)
  await send(desk)
  site.setNow(addMinutes(site.services().clock.now(), 11))
  await site.work('admission', 'mail')
}
