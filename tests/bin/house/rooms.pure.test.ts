import { expect, test } from 'vitest'
import { refuseImport } from '../../../bin/house/rooms.ts'

const allowed: [file: string, specifier: string, isType?: boolean][] = [
  ['app/routes/public/event.tsx', '#app/events/queries.server.ts'],
  ['app/routes/public/event.tsx', './event-facts.tsx'],
  ['app/routes/public/event.tsx', '../../services.server.ts'],
  ['app/registrations/place-order.server.ts', 'kysely'],
  ['app/registrations/place-order.server.ts', '#db/transact.ts'],
  ['app/participants/lists/list-page.server.ts', '#db/keyset.ts'],
  ['app/registrations/place-order.server.ts', '../events/capacity.ts'],
  ['app/events/publish.server.ts', '../mail/enqueue.server.ts'],
  ['app/calendar/feed.server.ts', '#app/events/event.ts', true],
  ['app/adapters/stripe.server.ts', 'stripe'],
  ['app/adapters/stripe.server.ts', '#app/payments/gateway.ts', true],
  ['app/services.server.ts', '#db/connect.ts'],
  ['app/ui/shell.tsx', './plenary.css?url'],
  ['db/transact.ts', '#app/values/refusal.ts'],
  ['app/attendance/device/judge.ts', '../verdict.ts'],
  ['app/attendance/device/scanner.ts', 'qr/decode.js'],
  ['emails/order-confirmed.tsx', 'react'],
  ['tests/anything.test.ts', 'stripe'],
]

const refused: [file: string, specifier: string, why: RegExp][] = [
  ['app/routes/public/event.tsx', 'kysely', /SQL lives in a noun/],
  ['app/routes/public/event.tsx', '#db/schema.ts', /a route parses/],
  ['app/routes/public/event.tsx', '../organize/event.tsx', /does not lean on another/],
  ['app/routes/public/event.tsx', 'stripe', /behind a port/],
  ['app/events/publish.server.ts', '#app/registrations/queries.server.ts', /registrations comes after events/],
  ['app/events/publish.server.ts', 'react', /knows nothing of pages/],
  ['app/events/publish.server.ts', '#app/adapters/stripe.server.ts', /come to it as arguments/],
  ['app/events/publish.server.ts', '#db/connect.ts', /handed its database/],
  ['app/events/publish.server.ts', '@remix-run/node', /knows nothing of pages/],
  ['app/events/event.ts', './queries.server.ts', /plain file is pure/],
  ['app/events/event.ts', 'node:fs/promises', /plain file is pure/],
  ['app/mail/deliver.server.ts', '#app/people/queries.server.ts', /leans on none/],
  ['app/http/guard.server.ts', '#app/events/queries.server.ts', /knows people and no other noun/],
  ['app/ui/card.tsx', '#app/events/queries.server.ts', /may reach the browser/],
  ['app/adapters/stripe.server.ts', '#app/payments/settle.server.ts', /no commands/],
  ['app/attendance/device/main.ts', '../read-slots.server.ts', /plain files of attendance/],
  ['app/attendance/device/main.ts', '#app/locales/translate.ts', /its texts come with its page/],
  ['app/attendance/device/main.ts', '#app/people/rights.ts', /plain files of attendance/],
  ['app/values/money.ts', '#app/events/event.ts', /values import nothing/],
  ['db/transact.ts', '#app/events/event.ts', /below the app/],
  ['db/migrations/0001-people.ts', '../schema.ts', /the same for ever/],
  ['emails/order-confirmed.tsx', '#app/registrations/queries.server.ts', /no database/],
  ['app/root.tsx', '../bin/build.ts', /does not lean on what surrounds it/],
  ['app/routes/public/event.tsx', 'mysql2/promise', /only db\/ speaks to a driver/],
]

test.each(allowed)('%s may import %s', (file, specifier, isType) => {
  expect(refuseImport(file, specifier, isType)).toBeNull()
})

test.each(refused)('%s may not import %s', (file, specifier, why) => {
  expect(refuseImport(file, specifier)).toMatch(why)
})
