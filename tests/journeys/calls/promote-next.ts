import { expect } from 'vitest'
import { send } from '../ntw/fill-form.ts'
import type { CallSite } from './call-site.ts'
import { organizer } from './start-call.ts'

/** What came free is offered to who is next on the reserve list. */
export async function promoteNext(site: CallSite, base: string, name: string): Promise<void> {
  const desk = await organizer(site)
  await desk.goto(`${base}/offers/next`)
  expect(await desk.locator('main').innerText()).toContain(name)
  await desk.locator('main a.btn[href*="/promote/"]').click()
  await send(desk)
  expect(await desk.locator('main').innerText()).toContain(name)
  await desk.context().close()
}
