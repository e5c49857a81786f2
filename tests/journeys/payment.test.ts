import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { openBrowser, openPage } from '../support/browser.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import type { Notification } from '../support/stripe/notifications.ts'
import { standInForStripe, type StandIn } from '../support/stripe/stand-in.ts'
import { givenIssuer } from '../payments/given-order-by.ts'
import { connect } from '#db/connect.ts'

const EVENT = 'community-networks-caribbean'

let stripe: StandIn
let server: RunningServer
let browser: Browser
/** Whether Stripe's notifications reach us. */
let isTold = true

beforeAll(async () => {
  stripe = await standInForStripe({ onNotification: (told) => void (isTold && deliver(told)) })
  server = await startServer([process.execPath, 'server.ts'], {
    NODE_ENV: 'production',
    STRIPE_SECRET_KEY: stripe.secretKey,
    STRIPE_WEBHOOK_SECRET: stripe.webhookSecret,
    STRIPE_API_BASE: stripe.url,
  })
  browser = await openBrowser()
  const db = connect(`sqlite:${server.folder}/plenary.sqlite`)
  await db.updateTable('events').set({ paymentMethods: 'card,bank-transfer' }).where('slug', '=', EVENT).execute()
  await db.deleteFrom('paymentTerms').execute()
  await givenIssuer(db).catch(() => {})
  await db.destroy()
})

beforeEach(() => {
  isTold = true
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await server?.remove()
  expect(stripe.complaints).toEqual([])
  await stripe?.close()
})

async function deliver({ body, headers }: Notification): Promise<void> {
  await fetch(`${server.url}/webhooks/stripe`, { method: 'POST', body, headers })
}

/** Registers one person, and stops where they are to pay. */
async function register(name: string, method: 'card' | 'bank-transfer'): Promise<Page> {
  const page = await openPage(browser, server.url)
  await page.goto(`/en/events/${EVENT}/register`)
  if ((await page.locator('[name="people[0].fullName"]').count()) === 0) {
    await page.locator('select[name^="tickets."]').first().selectOption('1')
    await page.locator('button[formaction*="show=people"], button:has-text("Choose people")').first().click()
  }
  await page.locator('[name="people[0].fullName"]').fill(name)
  await page.locator('[name="people[0].email"]').fill(`${name.toLowerCase().replaceAll(' ', '.')}@example.org`)
  await page.locator('[name="people[0].country"]').selectOption('ID')
  await page.locator('[name=conduct]').check()
  await page.locator(`[name=method][value=${method}]`).check()
  await page.locator('button.go').click()
  return page
}

const heading = (page: Page) => page.locator('h1').innerText()

test('by card at the provider’s page: a card is declined, another one pays, and the order is confirmed', async () => {
  const page = await register('Ana Declined', 'card')
  await page.waitForURL(/\/c\/pay\//)
  await page.getByRole('button', { name: 'Use a card that is declined' }).click()
  expect(await page.getByRole('alert').innerText()).toContain('declined')
  await page.getByRole('button', { name: 'Pay', exact: true }).click()
  await page.waitForURL(/\/orders\/P/)
  expect(await heading(page)).toContain('Ana Declined')
  expect(await page.locator('.ticket code').count()).toBe(1)
  await page.context().close()
})

test('the browser returns before any notification: the page asks, and is right', async () => {
  isTold = false
  const page = await register('Budi Quick', 'card')
  await page.waitForURL(/\/c\/pay\//)
  await page.getByRole('button', { name: 'Pay', exact: true }).click()
  await page.waitForURL(/\/orders\/P/)
  expect(await page.locator('.ticket code').count()).toBe(1)
  await page.context().close()
})

test('the browser never returns: the notification alone confirms the order', async () => {
  const page = await register('Chidi Gone', 'card')
  await page.waitForURL(/\/c\/pay\//)
  const session = stripe.latest()
  await page.context().close()
  stripe.pay(session.id)
  const later = await openPage(browser, server.url)
  await expect
    .poll(
      async () => {
        await later.goto(session.cancelUrl!)
        return await later.locator('.ticket code').count()
      },
      { timeout: 10_000 },
    )
    .toBe(1)
  await later.context().close()
})

test('a payment that takes its time is being checked, never failed', async () => {
  const page = await register('Dewi Slow', 'card')
  await page.waitForURL(/\/c\/pay\//)
  await page.getByRole('button', { name: 'Pay with a delay' }).click()
  await page.waitForURL(/\/orders\/P/)
  expect(await heading(page)).toContain('checking')
  expect(await page.locator('main').innerText()).not.toMatch(/fail/i)
  await page.context().close()
})

test('by bank transfer: account and reference are there; the payer tells us, or pays by card after all', async () => {
  const page = await register('Eko Transfer', 'bank-transfer')
  await page.waitForURL(/\/orders\/P/)
  const text = await page.locator('main').innerText()
  expect(text).toMatch(/RF\d{2} P[A-Z0-9]{3} [A-Z0-9]{4}/)
  expect(text).toContain('CH93 0076 2011 6238 5295 7')
  await page.getByRole('link', { name: 'Pay in another way' }).click()
  await page.locator('[name=method][value=card]').check()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.waitForURL(/\/c\/pay\//)
  await page.getByRole('link', { name: 'Back' }).click()
  await page.getByRole('link', { name: 'Pay in another way' }).first().click()
  await page.locator('[name=method][value="bank-transfer"]').check()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.waitForURL(/\/orders\/P/)
  expect(stripe.latest().status).toBe('expired')
  await page.getByRole('link', { name: 'Tell us that you have paid' }).click()
  await page.locator('[name=reference]').fill('TX-2027-0042')
  await page.getByRole('button', { name: 'Send' }).click()
  await page.waitForURL(/\/orders\/P[^/]*$/)
  expect(await heading(page)).toContain('checking')
  await page.context().close()
})
