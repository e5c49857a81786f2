import { createRequire } from 'node:module'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { findShell } from './chromium.ts'

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const PHONE = { width: 390, height: 844 }
export const DESKTOP = { width: 1280, height: 900 }

export async function openBrowser(): Promise<Browser> {
  return await chromium.launch({ executablePath: findShell()!, args: QUIET })
}

/** A reader without JavaScript on a phone, unless told otherwise. */
export async function openPage(browser: Browser, baseURL: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    baseURL,
    viewport: PHONE,
    javaScriptEnabled: false,
    locale: 'en-GB',
    ...options,
  })
  context.setDefaultTimeout(15_000)
  return await context.newPage()
}

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** The serious and critical findings of axe (WCAG 2.2 A and AA) on addresses, as sentences; sign in with `cookies`. */
export async function axeFindings(
  browser: Browser,
  baseURL: string,
  paths: string[],
  options: BrowserContextOptions = {},
): Promise<string[]> {
  const context = await browser.newContext({ baseURL, viewport: DESKTOP, bypassCSP: true, locale: 'en-GB', ...options })
  const findings: string[] = []
  const waiting = [...paths]
  const look = async () => {
    const page = await context.newPage()
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      await page.goto(path)
      await page.addScriptTag({ path: AXE })
      const found = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<{ violations: Violation[] }> } }
        const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
        // Of what passes, nothing is gathered.
        return (await axe.run({ runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })).violations
      })
      for (const { id, impact, nodes } of found.filter(
        (one) => one.impact === 'serious' || one.impact === 'critical',
      )) {
        findings.push(
          `${path}: ${impact} ${id}: ${nodes
            .map((node) => node.target.join(' '))
            .slice(0, 3)
            .join(' | ')}`,
        )
      }
    }
  }
  try {
    // While one page is loaded the other is examined.
    await Promise.all([look(), look()])
  } finally {
    await context.close()
  }
  return findings
}

interface Violation {
  id: string
  impact: string | null
  nodes: { target: string[] }[]
}
