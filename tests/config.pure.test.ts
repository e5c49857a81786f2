import { expect, test } from 'vitest'
import { ConfigError, readConfig } from '#app/config.server.ts'

test('invitations come from the domain of the mails that carry them', () => {
  expect(readConfig({ MAIL_FROM: 'plenary@events.example.org' }).calendarMailbox).toBe('plenary@events.example.org')
  const own = { MAIL_FROM: 'plenary@events.example.org', CALENDAR_MAILBOX: 'calendar@Events.Example.org' }
  expect(readConfig(own).calendarMailbox).toBe('calendar@Events.Example.org')
  for (const CALENDAR_MAILBOX of ['calendar@example.org', 'calendar@evil-events.example.org'])
    expect(() => readConfig({ ...own, CALENDAR_MAILBOX })).toThrow(
      new ConfigError('CALENDAR_MAILBOX must be an address of the domain of MAIL_FROM.'),
    )
  expect(() => readConfig({ ...own, CALENDAR_MAILBOX: 'no address' })).toThrow(
    new ConfigError('CALENDAR_MAILBOX must be an e-mail address.'),
  )
})
