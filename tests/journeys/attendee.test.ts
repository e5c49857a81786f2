import { readdir, readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { axeFindings, DESKTOP, PHONE } from '../support/browser.ts'
import { withDemonstration } from '../support/demonstration.ts'

const FREE = 'routing-measurement-online'
const PAID = 'community-networks-caribbean'
const FULL = 'traffic-exchange-bishkek'

const site = withDemonstration()

async function fillPerson(page: Page, name: string, email: string): Promise<void> {
  await page.locator('[name="people[0].fullName"]').fill(name)
  await page.locator('[name="people[0].email"]').fill(email)
  await page.locator('[name="people[0].country"]').selectOption('ID')
  await page.locator('[name=conduct]').check()
}

async function chooseOne(page: Page): Promise<void> {
  const quantity = page.locator('select[name^="tickets."]').first()
  if ((await page.locator('[name="people[0].fullName"]').count()) === 0) {
    await quantity.selectOption('1')
    await page.locator('button[formaction*="show=people"], button:has-text("Choose people")').first().click()
  }
}

test('from the front page to a free seat, without a script, in at most 50 KB', async () => {
  const page = await site.open()
  let bytes = 0
  const kinds: string[] = []
  page.on('requestfinished', async (request) => {
    kinds.push(request.resourceType())
    const sizes = await request.sizes()
    bytes += sizes.responseBodySize
  })
  await page.goto('/en')
  await page.getByRole('link', { name: 'Measurement and the security of routing' }).click()
  await page.getByRole('link', { name: 'Register' }).first().click()
  await fillPerson(page, 'Wulandari', 'wulandari@kampus.example')
  await page.locator('button.go').click()
  await page.waitForURL(/\/orders\/P[A-Z0-9]{3}-[A-Z0-9]{4}\?key=/)
  expect(await page.locator('h1').innerText()).toContain('Wulandari')
  expect(await page.locator('.ticket code').first().innerText()).toMatch(/^T[A-Z0-9]{3}-[A-Z0-9]{4}$/)
  expect(kinds).not.toContain('script')
  expect(await page.locator('script').count()).toBe(0)
  console.info(`journey: ${bytes} bytes on the wire`)
  expect(bytes).toBeLessThanOrEqual(50 * 1024)
  await page.context().close()

  const outbox = `${site.folder()}/outbox`
  const addressed = async () => {
    const names = await readdir(outbox).catch(() => [])
    const mails = await Promise.all(names.map((name) => readFile(`${outbox}/${name}`, 'utf8')))
    return mails.filter((mail) => mail.includes('wulandari@kampus.example')).length
  }
  await expect.poll(addressed, { timeout: 20_000 }).toBe(1)
})

test('errors stand at their fields, are summed up on top, and nothing typed is lost', async () => {
  const page = await site.open()
  await page.goto(`/en/events/${FREE}/register`)
  await page.locator('[name="people[0].fullName"]').fill('Þóra Dæmisdóttir')
  await page.locator('[name="people[0].email"]').fill('thora@')
  await page.locator('button.go').click()
  expect(await page.title()).toMatch(/^Error: /)
  expect(await page.locator('.errors a').count()).toBeGreaterThanOrEqual(2)
  expect(await page.locator('[name="people[0].email"]').getAttribute('aria-invalid')).toBe('true')
  expect(await page.locator('[name="people[0].fullName"]').inputValue()).toBe('Þóra Dæmisdóttir')
  await page.context().close()
})

test('a card that is declined may try again, and then the seat is confirmed', async () => {
  const page = await site.open()
  await page.goto(`/en/events/${PAID}/register`)
  await chooseOne(page)
  await fillPerson(page, 'Nguyễn Thị Mẫu', 'mau@example.org')
  await page.locator('button.go').click()
  await page.waitForURL(/\/test-gateway\//)
  await page.getByRole('button', { name: /declin/i }).click()
  expect(page.url()).toMatch(/\/test-gateway\/|\/orders\//)
  if (page.url().includes('/orders/')) await page.getByRole('button', { name: /pay/i }).first().click()
  await page
    .getByRole('button', { name: /succeed(s|ed)?$|^pay/i })
    .first()
    .click()
  await page.waitForURL(/\/orders\//)
  expect(await page.locator('.ticket code').count()).toBe(1)
  expect(await page.content()).toContain('Nguyễn Thị Mẫu')
  await page.context().close()
})

test('who leaves the payment page finds the seat held and the way to pay', async () => {
  const page = await site.open()
  await page.goto(`/en/events/${PAID}/register`)
  await chooseOne(page)
  await fillPerson(page, 'Contohwati', 'contohwati@example.org')
  await page.locator('button.go').click()
  await page.waitForURL(/\/test-gateway\//)
  await page
    .getByText(/without paying/i)
    .first()
    .click()
  await page.waitForURL(/\/orders\//)
  expect(await page.getByRole('button', { name: /pay/i }).count()).toBeGreaterThan(0)
  expect(await page.locator('.ticket code').count()).toBe(0)
  await page.context().close()
})

test('a full event says so, and offers no form', async () => {
  const page = await site.open()
  await page.goto(`/en/events/${FULL}/register`)
  expect(await page.locator('form[method=post]').count()).toBe(0)
  expect(await page.locator('main').innerText()).toContain('All seats are taken')
  await page.context().close()
})

test('a group registers with a code, and a colleague takes a seat by its link, on a phone without script', async () => {
  const page = await site.open({ viewport: DESKTOP })
  await page.goto('/en/events/ndss-2027/register?code=GOLDK8TQZ5WM')
  await page.locator('select[name="tickets.SPON"]').selectOption('3')
  await page
    .getByRole('button', { name: /people/ })
    .first()
    .click()
  await fillPerson(page, 'Grace Prototype', 'grace@sponsor.example')
  await page.locator('[name="people[1].later"]').check()
  await page.locator('[name="people[2].later"]').check()
  await page.getByRole('button', { name: 'Update people and total' }).click()
  await answerAll(page)
  await page.locator('aside button.go').click()
  await answerAll(page)
  if (page.url().includes('/register')) await page.locator('aside button.go').click()
  await page.waitForURL(/\/orders\/P/)
  expect(await page.getByText('Name this person').count()).toBe(2)
  const order = new URL(page.url())

  await page.getByRole('link', { name: 'Page for naming the seats' }).click()
  expect(await page.locator('main').innerText()).toContain('1 of 3 seats have a name.')
  expect(await page.locator('main').innerText()).not.toMatch(/US\$|receipt/i)
  const seats = new URL(page.url())
  const link = await page.getByRole('link', { name: 'Link for this person' }).first().getAttribute('href')

  const phone = await site.open({ viewport: PHONE })
  await phone.goto(link!)
  await phone.locator('[name=fullName]').fill('ሙከራ ምሳሌ')
  await phone.locator('[name=email]').fill('mukera@sponsor.example')
  await phone.locator('[name=country]').selectOption('ET')
  await answerAll(phone)
  await phone.getByRole('button', { name: 'Take this seat' }).click()
  await phone.waitForURL(/saved=ticket/)
  expect(await phone.locator('.ticket code').innerText()).toMatch(/^T[A-Z0-9]{3}-[A-Z0-9]{4}$/)
  const own = new URL(phone.url())
  await phone.context().close()

  await page.reload()
  expect(await page.locator('main').innerText()).toContain('2 of 3 seats have a name.')
  await page.getByRole('link', { name: /Name this person/ }).click()
  await page.locator('[name=fullName]').fill('Ng')
  await page.locator('[name=email]').fill('ng@sponsor.example')
  const name = new URL(page.url())
  expect(await axeFindings(site.browser(), site.url(), [order, seats, own, name].map(pathOf))).toEqual([])
  await page.getByRole('button', { name: 'Save the name' }).click()
  await page.waitForURL(/\/seats\?/)
  expect(await page.locator('main').innerText()).toContain('3 of 3 seats have a name.')
  await page.context().close()
})

function pathOf({ pathname, search }: URL): string {
  return pathname + search
}

/** The first answer to each question that must have one, and the box of the code of conduct. */
async function answerAll(page: Page): Promise<void> {
  for (const choice of await page.locator('select[name*="answers."]').all())
    if ((await choice.inputValue()) === '') await choice.selectOption({ index: 1 })
  for (const consent of await page.locator('input[type=checkbox][name*="answers."][value=yes]').all())
    await consent.check()
  const conduct = page.locator('[name=conduct]')
  if ((await conduct.count()) > 0) await conduct.check()
}

test('the same in French', async () => {
  const page = await site.open({ locale: 'fr-FR' })
  await page.goto('/')
  expect(await page.locator('html').getAttribute('lang')).toBe('fr')
  await page.goto(`/fr/events/${FREE}/register`)
  await fillPerson(page, 'Aïcha Exemple', 'aicha@example.org')
  await page.locator('button.go').click()
  await page.waitForURL(/\/fr\/orders\//)
  expect(await page.locator('html').getAttribute('lang')).toBe('fr')
  await page.context().close()
})

test('Arabic runs from right to left', async () => {
  const page = await site.open({ viewport: DESKTOP })
  await page.goto('/ar')
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
  const brand = await page.locator('.brand').boundingBox()
  expect(brand!.x).toBeGreaterThan(DESKTOP.width / 2)
  await page.context().close()
})

test.each([320, 390, 1280])('no page scrolls sideways at %i pixels', async (width) => {
  const page = await site.open({ viewport: { width, height: 800 }, javaScriptEnabled: true })
  for (const path of [
    '/en',
    '/en/events?when=past',
    '/en/events/inet-2027',
    '/en/events/ndss-2027/register',
    '/en/series/inet',
    '/ar',
    '/fr/events/ntw-2027-kigali',
    '/en/signin',
    '/en/status',
    '/en/about/privacy',
    '/en/nowhere',
  ]) {
    await page.goto(path)
    const scroll = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(scroll, `${path} at ${width}`).toBeLessThanOrEqual(width)
  }
  await page.context().close()
})
