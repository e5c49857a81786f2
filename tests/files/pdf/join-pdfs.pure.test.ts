import { expect, test } from 'vitest'
import { joinPdfs } from '#app/files/pdf/join-pdfs.ts'
import { typstPrinter } from '#app/adapters/typst/printer.ts'
import { aDoorList, frame } from '#tests/participants/paper/sample-sheets.ts'

async function* printed(times: number) {
  const printer = typstPrinter()
  for (let time = 0; time < times; time++) yield await printer.doorList(aDoorList(frame('en', 'a4')))
}

/** Where its table says that each object begins. */
function placesOf(pdf: string): [number: number, at: number][] {
  const table = /xref\n0 (\d+)\n([\s\S]*?)trailer/.exec(pdf.slice(Number(/startxref\n(\d+)/.exec(pdf)![1])))!
  const lines = table[2]!.trimEnd().split('\n')
  expect(lines).toHaveLength(Number(table[1]))
  return lines.flatMap<[number: number, at: number]>((line, number) =>
    line.includes(' n') ? [[number, Number(line.slice(0, 10))]] : [],
  )
}

test('files of the typesetter become one: every page is there, every object where the table says, every reference leads', async () => {
  const pieces: Buffer[] = []
  for await (const piece of joinPdfs(printed(3), 'Liste · قائمة')) pieces.push(piece)
  const pdf = Buffer.concat(pieces).toString('latin1')
  const one = Buffer.from((await printed(1).next()).value!).toString('latin1')
  const pagesOf = (text: string) => text.match(/\/Type \/Page\b/g)!.length

  expect(pagesOf(pdf)).toBe(3 * pagesOf(one))
  expect(/1 0 obj\n<< \/Type \/Pages \/Count (\d+)/.exec(pdf)![1]).toBe(String(3 * pagesOf(one)))
  const places = placesOf(pdf)
  expect(places.filter(([number, at]) => !pdf.startsWith(`${number} 0 obj`, at))).toEqual([])
  const bodies = new Map(places.map(([number, at]) => [number, pdf.slice(at, pdf.indexOf('endobj', at))]))
  const [reached, lost] = [new Set<number>(), new Set<number>()]
  const follow = (number: number) => {
    const body = bodies.get(number)?.split('stream\n')[0]
    if (body === undefined) lost.add(number)
    if (body === undefined || reached.has(number)) return
    reached.add(number)
    for (const [, of] of body.matchAll(/(\d+) 0 R\b/g)) follow(Number(of))
  }
  follow(2)
  expect([...reached].filter((number) => /\/Type \/Page\b/.test(bodies.get(number)!))).toHaveLength(pagesOf(pdf))
  expect([...reached].some((number) => bodies.get(number)!.includes('/FontFile'))).toBe(true)
  expect([...lost]).toEqual([])
})
