import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { aFile, aView, sent } from '#tests/participants/files/a-list.ts'
import { offThread } from '#app/adapters/typst/off-thread.ts'
import { typstPrinter } from '#app/adapters/typst/printer.ts'
import { writePdf } from '#app/participants/files/pdf-writer.ts'

const ticket = (code: string) => ({
  title: code,
  event: code,
  when: '',
  place: '',
  note: '',
  language: 'en',
  isRightToLeft: false,
  tickets: [],
})

test('papers that are asked for at once all come, each its own', async () => {
  const print = offThread()
  const codes = Array.from({ length: 12 }, (_, at) => `Paper ${at}`)
  const papers = await Promise.all(codes.map((code) => print('tickets.typ', ticket(code))))
  for (const [at, paper] of papers.entries())
    expect(Buffer.from(paper).toString('latin1')).toMatch(new RegExp(`\\(${codes[at]!}\\)`))
})

test('one that cannot be set says so, and those after it are set', async () => {
  const print = offThread()
  const [bad, missing, good] = await Promise.allSettled([
    print('tickets.typ', {}),
    print('no-such.typ', {}),
    print('tickets.typ', ticket('A')),
  ])
  expect([bad.status, missing.status, good.status]).toEqual(['rejected', 'rejected', 'fulfilled'])
})

test('when its thread dies half-way the paper is refused, and those after it are set by another', async () => {
  const threads: Worker[] = []
  const seen = (thread: Worker) => void threads.push(thread)
  process.on('worker', seen)
  const print = offThread()
  await print('tickets.typ', ticket('A'))
  const lines = Array.from({ length: 4000 }, (_, at) => ticket(`B${at}`).title)
  const underWay = print('tickets.typ', { ...ticket('B'), note: lines.join(' ') })
  const after = print('tickets.typ', ticket('C'))
  await threads.at(-1)!.terminate()
  await expect(underWay).rejects.toThrow('The typesetter ended.')
  expect(Buffer.from(await after).toString('latin1')).toContain('(C)')
  expect(threads).toHaveLength(2)
  process.off('worker', seen)
})

test('a long list keeps nobody else waiting while it is set', async () => {
  const delay = monitorEventLoopDelay({ resolution: 5 })
  await sent(aView(30), writePdf(typstPrinter()), aFile(30))
  delay.enable()
  const { fault } = await sent(aView(1000), writePdf(typstPrinter()), aFile(1000))
  delay.disable()
  expect(fault).toBeNull()
  // In this thread it would stand still for as long as forty pages take, some three hundred milliseconds and more.
  expect(delay.percentile(99) / 1e6).toBeLessThan(250)
}, 60_000)
