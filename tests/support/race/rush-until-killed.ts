// Run by killed-rush.race.test.ts: people place orders one after the other, and each answer is printed when it is there.
import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { combineOrders } from '#app/registrations/order-combiner.server.ts'
import { connect } from '#db/connect.ts'

interface Input {
  url: string
  eventId: string
  ticketTypeId: string
  people: number
  now: string
  /** The negative control: says yes before the order is written. */
  isHasty: boolean
}

const { url, eventId, ticketTypeId, people, now, isHasty } = JSON.parse(process.argv[2]!) as Input
const db = connect(url, 4)
const place = combineOrders(db)

// At once and whole, as an answer that has left: the process may be killed at any moment.
const say = (...words: string[]) => writeSync(1, `${words.join(' ')}\n`)

async function keepOrdering(): Promise<void> {
  for (;;) {
    const formKey = randomUUID()
    const person = { ticketTypeId, fullName: 'Somebody', email: `${formKey}@example.org` }
    say('sent', formKey)
    if (isHasty) {
      say('placed', formKey)
      await sleep(50)
    }
    const result = await place({ eventId, formKey, language: 'en', people: [person] }, now)
    if (result.ok) say('placed', formKey, result.value.code)
    else say('refused', formKey, result.refusals[0]!.code)
  }
}

await Promise.all(Array.from({ length: people }, keepOrdering))
