import { readFile } from 'node:fs/promises'
import type { CDPSession, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { PUBLIC_PAGES } from './public-pages.ts'
import { walkJourney } from '../support/walk-journey.ts'
import { DESKTOP, openPage, PHONE } from '../support/browser.ts'
import { withDemonstration } from '../support/demonstration.ts'

const site = withDemonstration()

const LOOKS = [
  { viewport: PHONE, colorScheme: 'light', media: 'screen', forcedColors: 'none' },
  { viewport: DESKTOP, colorScheme: 'dark', media: 'screen', forcedColors: 'none' },
  { viewport: DESKTOP, colorScheme: 'light', media: 'print', forcedColors: 'none' },
  { viewport: PHONE, colorScheme: 'light', media: 'screen', forcedColors: 'active' },
] as const

const MORE = ['/ar/events/inet-2027', '/fr/events/inet-2027/programme', '/ar/events', '/ar/events/ndss-2027/register']

test('every element of a public page looks with the rules that it carries as with the whole stylesheet', async () => {
  const whole = await readFile('app/ui/plenary.css', 'utf8')
  const { address } = await walkJourney(site.browser(), site.url())
  const page = await openPage(site.browser(), site.url(), { bypassCSP: true })
  const differing: string[] = []
  for (const look of LOOKS) {
    await page.setViewportSize(look.viewport)
    await page.emulateMedia(look)
    for (const path of [...PUBLIC_PAGES, ...MORE, address]) {
      await page.goto(path)
      const different = await differencesWith(page, whole)
      differing.push(...different.map((part) => `${path} ${look.media} ${look.viewport.width}: ${part}`))
    }
  }
  expect(differing).toEqual([])
}, 240_000)

test('a rule that was missing would be noticed', async () => {
  const page = await openPage(site.browser(), site.url(), { bypassCSP: true })
  await page.goto('/en')
  expect(await differencesWith(page, '@layer utilities{.brand::before{rotate:1deg}}')).not.toEqual([])
})

/** What another style in the place of the page's own would change: parts of the page, as they stand in its layout. */
async function differencesWith(page: Page, style: string): Promise<string[]> {
  const names = await page.evaluate(longNames)
  // Left attached: with it the emulated medium would go.
  const inspector = await page.context().newCDPSession(page)
  const before = await layoutOf(inspector, names)
  const own = await page.evaluate(replaceStyle, style)
  const after = await layoutOf(inspector, names)
  await page.evaluate(replaceStyle, own)
  // Words have numbers, in each of the two their own: those of the second in the numbers of the first.
  const numberOf = new Map(before.strings.map((word, number) => [word, number]))
  const numbers = after.strings.map((word) => numberOf.get(word) ?? UNKNOWN)
  const isSame = (at: number) => {
    const [one, other] = [before.looks[at]!, after.looks[at]]
    if (!other || one.bounds.join() !== other.bounds.join() || one.style.length !== other.style.length) return false
    return other.style.every((number, place) => (number < 0 ? number : numbers[number]) === one.style[place])
  }
  return before.looks.flatMap(({ node }, at) => (isSame(at) ? [] : [node]))
}

/** No number of a word: not even of one that is missing. */
const UNKNOWN = -2

/** Properties in the four directions of the page; by those of its text they say the same again. */
function longNames(): string[] {
  const names = [...getComputedStyle(document.body)]
  return names.filter((name) => !name.startsWith('--') && !/(^|-)(inline|block)(-|$)/.test(name))
}

function replaceStyle(text: string): string {
  const style = document.querySelector('style')!
  const own = style.textContent
  style.textContent = text
  return own
}

/** Every box of a page, those before and after elements too, with its place and all of its computed style. */
async function layoutOf(inspector: CDPSession, names: string[]) {
  const { documents, strings } = await inspector.send('DOMSnapshot.captureSnapshot', { computedStyles: names })
  const { layout, nodes } = documents[0]!
  const looks = layout.styles.map((style, at) => ({
    node: `${strings[nodes.nodeName![layout.nodeIndex[at]!]!]} ${at}`,
    bounds: layout.bounds[at]!,
    style,
  }))
  return { looks, strings }
}
