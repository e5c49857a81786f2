import { afterEach, beforeEach, expect, test } from 'vitest'
import { aLinkMail } from './a-mailer.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { enqueueMessages } from '#app/mail/enqueue.server.ts'
import { newId } from '#app/values/id.ts'
import { Refused } from '#app/values/refusal.ts'
import { transact } from '#db/transact.ts'

let test_: Awaited<ReturnType<typeof testServices>>
beforeEach(async () => {
  test_ = await testServices()
})
afterEach(() => test_.close())

const count = async () => (await test_.db.selectFrom('messages').select('id').execute()).length

test('a mail is stored with its fact or not at all', async () => {
  const result = await transact(test_.db, async (db) => {
    await enqueueMessages(db, [aLinkMail(newId(NOW))], NOW)
    throw new Refused({ code: 'busy' })
  })
  expect(result.ok).toBe(false)
  expect(await count()).toBe(0)
})

test('one template, subject, recipient and occasion is stored once', async () => {
  const subject = newId(NOW)
  const same = [aLinkMail(subject), aLinkMail(subject, ' ZOE@example.org ')]
  const others = [aLinkMail(subject, 'other@example.org'), aLinkMail(subject, undefined, { occasion: 'second' })]
  await enqueueMessages(test_.db, same, NOW)
  await enqueueMessages(test_.db, [...same, ...others], NOW)
  expect(await count()).toBe(3)
})

test('nothing to store is fine', async () => {
  await enqueueMessages(test_.db, [], NOW)
  expect(await count()).toBe(0)
})
