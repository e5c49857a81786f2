import { expect } from 'vitest'
import type { CallSite } from '../../calls/call-site.ts'
import { signedIn } from '../../calls/start-call.ts'
import { send } from '../../ntw/fill-form.ts'
import { AT, DESK } from './given-week.ts'

/** The organizer freezes the list, says that the course is held, asks for a survey at its end, and who gets a certificate. */
export async function prepare(site: CallSite): Promise<{ surveyId: string }> {
  site.setNow(AT.freezing)
  const page = await signedIn(site, 'organizer@example.org')
  await page.goto(`${DESK}/roster/freeze`)
  await send(page)
  expect(await page.locator('main').innerText()).toContain('Frozen on 30 May 2027')
  await page.locator('[name=decision][value=go]').check()
  await page.locator('[name=note]').fill('Six people are enough.')
  await page.locator('form:has([name=decision]) button.go').click()
  expect(await page.locator('main').innerText()).toContain('Six people are enough.')
  await page.goto(`${DESK}/surveys`)
  await page.locator('[name=kind][value=end]').check()
  await send(page)
  const surveyId = /surveys\/([0-9a-f-]{36})/.exec(page.url())![1]!
  await page.goto(`${DESK}/surveys/${surveyId}/status/ready`)
  await send(page)
  await page.goto(`${DESK}/certificates/rule`)
  await page.locator('[name=minimumShare]').fill('80')
  await page.locator('[name=needsSurveyId]').selectOption(surveyId)
  await page.locator('[name=needsName]').check()
  await send(page)
  await page.goto(`${DESK}/certificates/signatories`)
  await page.locator('[name=name1]').fill('Þóra Dæmisdóttir')
  await page.locator('[name=title1]').fill('Director of the course')
  await send(page)
  await page.context().close()
  expect(await site.mailedLink('instructor@example.org', '/teach/course')).toContain('/teach/course')
  return { surveyId }
}
