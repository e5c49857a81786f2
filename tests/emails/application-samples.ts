import { applicationLetter, type ApplicationProps, type MailApplication } from '#emails/application.ts'
import type { Letter } from '#emails/layout.ts'

const ADDRESS = 'https://plenary.example/en/applications/A7KQ-4M2X'
const QUERY = `?key=${'k'.repeat(32)}`

const APPLICATION: Omit<MailApplication, 'name'> = {
  code: 'A7KQ-4M2X',
  call: 'Admission to the workshop',
  url: ADDRESS + QUERY,
  withdrawUrl: `${ADDRESS}/withdraw${QUERY}`,
  applyUrl: 'https://plenary.example/en/events/ntw-2027-kigali/apply',
  isDraft: false,
  wishes: ['Backbone routing', 'Infrastructure réseaux IP'],
  missing: [{ is: 'answer', label: 'Which problem do you want to solve at home?' }, { is: 'letter' }],
  closesAt: '2027-02-16T12:00:00.000Z',
  lettersUntilAt: '2027-02-19T12:00:00.000Z',
  readUntilAt: '2027-03-13T12:00:00.000Z',
  decideAt: '2027-03-22T12:00:00.000Z',
  zone: 'Etc/GMT+12',
}

/** The mails to who applies, each once. */
export function applicationLetters({
  language,
  event,
  name,
}: Pick<ApplicationProps, 'language' | 'event'> & { name: string }): Record<string, Letter> {
  const application = { ...APPLICATION, name }
  const draft = { ...application, isDraft: true }
  return {
    'application-saved': applicationLetter({ language, event, application: draft, about: 'saved' }),
    'application-received': applicationLetter({ language, event, application, about: 'received' }),
    'application-reminder': applicationLetter({ language, event, application, about: 'reminder' }),
    'application-reminder draft': applicationLetter({ language, event, application: draft, about: 'reminder' }),
    'application-withdrawn': applicationLetter({ language, event, application, about: 'withdrawn' }),
  }
}
