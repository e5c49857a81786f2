import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import {
  aDoorList,
  aSeatPlan,
  aSignInSheet,
  frame,
  PEOPLE,
  someBadges,
  someTentCards,
} from '#tests/participants/paper/sample-sheets.ts'
import { fontsIn } from '#tests/support/fonts-in-pdf.ts'
import { typstPrinter } from '#app/adapters/typst/printer.ts'
import type { RoomSheet } from '#app/participants/paper/paper-printer.ts'

const printer = typstPrinter()

const PAPERS: [name: string, make: (given: RoomSheet) => Promise<Uint8Array>, pages: number][] = [
  ['sign-in sheet', (given) => printer.signInSheet(aSignInSheet(given)), 1],
  ['door list', (given) => printer.doorList(aDoorList(given)), 1],
  ['badges', (given) => printer.badges(someBadges(given)), Math.ceil(PEOPLE.length / 8)],
  ['tent cards', (given) => printer.tentCards(someTentCards(given)), Math.ceil(PEOPLE.length / 2)],
  ['seat plan', (given) => printer.seatPlan(aSeatPlan(given)), 1],
]

/** Objects of a PDF may be packed into streams. */
function textOf(pdf: Uint8Array): string {
  const text = Buffer.from(pdf).toString('latin1')
  const streams = [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, packed]) => {
    try {
      return inflateSync(Buffer.from(packed!, 'latin1')).toString('latin1')
    } catch {
      return ''
    }
  })
  return [text, ...streams].join('\n')
}

const pagesOf = (pdf: Uint8Array) => [...textOf(pdf).matchAll(/\/Type\s*\/Page\b/g)].length
const sizesOf = (pdf: Uint8Array) => [
  ...new Set(
    [...textOf(pdf).matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
      ([, width, height]) => `${Math.round(Number(width))} × ${Math.round(Number(height))}`,
    ),
  ),
]

test.each(PAPERS)(
  '%s: on A4 and Letter, from the left and from the right, with every script of the names',
  async (name, make, pages) => {
    const isWide = name === 'seat plan'
    for (const [language, paper, size] of [
      ['en', 'a4', '595 × 842'],
      ['ar', 'letter', '612 × 792'],
    ] as const) {
      const pdf = await make(frame(language, paper))
      expect(sizesOf(pdf)).toEqual([isWide ? size.split(' × ').toReversed().join(' × ') : size])
      expect(pagesOf(pdf)).toBe(pages)
      const fonts = fontsIn(pdf).join(' ')
      for (const script of [
        'NotoSans-Bold|NotoSerif-Bold',
        'NotoSansArabic-Bold',
        'NotoSansHebrew-Bold',
        'NotoSansEthiopic-Bold',
        'Kosugi|ZCOOL|CJK',
      ])
        expect(fonts).toMatch(new RegExp(script))
    }
  },
)

test('five hundred people: as many pages as their rows need, each with its heading', async () => {
  const people = Array.from({ length: 500 }, (_, at) => ({ name: `Person ${at}`, latinName: '' }))
  const pdf = await printer.signInSheet(aSignInSheet(frame(), people))
  // 21 rows of 11.5 mm and the heading fill a page of A4.
  expect(pagesOf(pdf)).toBeGreaterThanOrEqual(24)
  expect(pagesOf(pdf)).toBeLessThanOrEqual(27)
})

test('a name is a name and no markup, and an empty list is an empty sheet', async () => {
  const people = [{ name: '#panic("x") $a$ *b* @c ]] \\', latinName: '#read("/etc/hosts")' }]
  for (const make of [printer.signInSheet(aSignInSheet(frame(), people)), printer.badges(someBadges(frame(), people))])
    expect((await make).byteLength).toBeGreaterThan(3000)
  for (const make of [
    printer.signInSheet(aSignInSheet(frame(), [])),
    printer.doorList(aDoorList(frame(), [])),
    printer.badges(someBadges(frame(), [])),
    printer.tentCards(someTentCards(frame(), [])),
    printer.seatPlan({ ...aSeatPlan(frame(), []), rows: 1 }),
  ])
    expect(pagesOf(await make)).toBe(1)
})
