import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { CallSite } from './call-site.ts'
import { type Answers, fillPage } from './fill-page.ts'

/** A file that is what it says. */
export const PAPER = '%PDF-1.7\n%âãÏÓ\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n'

export interface Applicant {
  fullName: string
  email: string
  language: 'en' | 'fr'
  residence: string
  /** Of the form, by the code of the question or by the name of the field. */
  answers: Answers
  /** By the names of the choices, the first wish first. */
  wishes?: string[]
}

export interface Sent extends Applicant {
  page: Page
  /** Of their own page, as it was mailed. */
  address: string
}

const SAMPLE: Answers = {
  'answers.birth-year': '1994',
  'answers.phone': null,
  'answers.colleagues': null,
  'answers.gender': 'woman',
  'answers.organization': 'Example Networks',
  'answers.institution': 'Example University',
  team: 'alone',
  teamCode: null,
}

/** The heading of an application that was sent and lacks nothing of what its writer could add. */
const HAVE_IT = { en: 'We have your application', fr: 'Nous avons votre candidature' }

/** What somebody pays themselves of what they ask for. */
export const covering = (...rows: string[]): Answers =>
  Object.fromEntries(rows.map((row) => [`answers.costs.${row}.own`, '300']))

/** Who writes about somebody: their referee and, where the call asks for one, their employer. */
const writersFor = ({ fullName, email }: Applicant): Answers => ({
  'people[0].fullName': `Referee of ${fullName}`,
  'people[0].email': `referee-${email}`,
  'people[1].fullName': `Employer of ${fullName}`,
  'people[1].email': `employer-${email}`,
})

/** Reads the call, is told that they may apply, and fills in and sends the form, on a phone without script. */
export async function apply(site: CallSite, address: string, who: Applicant): Promise<Sent> {
  const page = await site.open({ locale: who.language })
  await page.goto(`/${who.language}${address}`)
  await page.locator('[name=residence]').selectOption(who.residence)
  if ((await page.locator('[name=birthYear]').count()) > 0) await page.locator('[name=birthYear]').fill('1994')
  if ((await page.locator('[name=award]').count()) > 0) await page.locator('[name=award]').selectOption('none')
  await page.locator('main form[action*="#check"] button').click()
  await page.locator('[name=fullName]').fill(who.fullName)
  await page.locator('[name=email]').fill(who.email)
  await page.locator('button.go').click()
  await page.waitForURL(/\/form\//)

  // The link of the mail opens the draft where somebody is not who began it.
  const phone = await site.open({ locale: who.language })
  const link = await site.mailedLink(who.email, '/applications/')
  await phone.goto(link)
  expect(await phone.locator('h1').count()).toBe(1)
  await phone.context().close()

  while (page.url().includes('/form/')) await fillStep(page, who)
  await page.locator('main form button.go').click()
  await page.waitForURL(/done=sent/)
  expect(await page.locator('h1').innerText()).toBe(HAVE_IT[who.language])
  return { ...who, page, address: link }
}

async function fillStep(page: Page, who: Applicant): Promise<void> {
  const before = page.url()
  const own = { 'answers.residence': who.residence, 'answers.nationality': who.residence, ...who.answers }
  await fillPage(page, { ...SAMPLE, ...writersFor(who), ...own, ...(await wished(page, who)) })
  await page.locator('main form button.go').click()
  expect(await page.locator('.errors').allInnerTexts(), before).toEqual([])
}

/** Wishes are chosen by their names, which is all that somebody sees. */
async function wished(page: Page, { wishes = [] }: Applicant): Promise<Answers> {
  const answers: Answers = {}
  if ((await page.locator('[name="wishes[0]"]').count()) === 0) return answers
  for (const [at, wish] of wishes.entries()) {
    const option = page.locator(`[name="wishes[${at}]"] option`, { hasText: wish })
    answers[`wishes[${at}]`] = (await option.getAttribute('value'))!
  }
  for (const at of [0, 1, 2]) if (at >= wishes.length && wishes.length > 0) answers[`wishes[${at}]`] = null
  return answers
}
