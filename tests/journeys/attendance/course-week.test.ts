import { expect, test } from 'vitest'
import { withCallSite } from '../calls/call-site.ts'
import { certify, readResults } from './week/after-the-course.ts'
import { checkPeopleIn } from './week/at-the-door.ts'
import { prepare } from './week/before-the-course.ts'
import { givenWeek } from './week/given-week.ts'
import { teach } from './week/in-the-room.ts'
import { sayGoodbye } from './week/on-the-last-day.ts'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'

const site = withCallSite()

test('a course from its frozen list to a certificate that a stranger checks, without script', async () => {
  const week = await givenWeek(site)
  const { surveyId } = await prepare(site)
  await checkPeopleIn(site, week)
  await teach(site, week)
  await sayGoodbye(site, week, surveyId)
  await certify(site, week)
  await readResults(site, week, surveyId)
  await site.work('holds')
  expect((await checkInvariants(site.db())).filter(({ violations }) => violations > 0)).toEqual([])
}, 300_000)
