import { index, prefix, route, type RouteConfig } from '@remix-run/route-config'

/** Every address, in the order of the site. A language may stand in front of each: /fr/events. */
export default [
  index('routes/public/front.tsx'),
  route('events', 'routes/public/events.tsx'),
  route('series/:series', 'routes/public/series.tsx'),
  route('events/:event', 'routes/public/event.tsx'),
  route('events/:event/programme', 'routes/public/programme.tsx'),
  route('events/:event/register', 'routes/public/register.tsx'),
  route('orders/:code', 'routes/public/order.tsx'),
  route('orders/:code/receipt', 'routes/public/receipt.tsx'),
  route('orders/:code/pay', 'routes/public/pay.ts'),
  route('orders/:code/return', 'routes/public/return.ts'),
  route('test-gateway/:attempt', 'routes/public/test-gateway.tsx'),
  route('status', 'routes/public/status.tsx'),
  route('calendar', 'routes/public/calendar.tsx'),
  route('about/:page', 'routes/public/about.tsx'),

  // The same as data, calendars and feeds.
  route('events.json', 'routes/feeds/events-json.ts'),
  route('events.ics', 'routes/feeds/events-ics.ts'),
  route('events.atom', 'routes/feeds/events-atom.ts'),
  route('series/:series.ics', 'routes/feeds/series-ics.ts'),
  route('events/:event.json', 'routes/feeds/event-json.ts'),
  route('events/:event.ics', 'routes/feeds/event-ics.ts'),
  route('events/:event/programme.ics', 'routes/feeds/programme-ics.ts'),
  route('orders/:code.ics', 'routes/feeds/order-ics.ts'),
  route('schemas/event.json', 'routes/feeds/event-schema.ts'),
  route('sitemap.xml', 'routes/feeds/sitemap.ts'),
  route('robots.txt', 'routes/feeds/robots.ts'),

  ...prefix('signin', [
    index('routes/account/sign-in.tsx'),
    route('link/:token', 'routes/account/open-link.tsx'),
    route('demonstration', 'routes/account/demonstration.ts'),
  ]),
  route('signout', 'routes/account/sign-out.ts'),
  route('signout/everywhere', 'routes/account/sign-out-everywhere.ts'),
  route('me', 'routes/account/me.tsx'),

  ...prefix('organize', [
    index('routes/organize/events.tsx'),
    route('new', 'routes/organize/new.tsx'),
    route(':event', 'routes/organize/event.tsx', [
      index('routes/organize/overview.tsx'),
      route('details', 'routes/organize/details.tsx'),
      route('tracks', 'routes/organize/tracks.tsx'),
      route('tracks/:track', 'routes/organize/track.tsx'),
      route('tracks/:track/remove', 'routes/organize/track-remove.tsx'),
      route('people', 'routes/organize/people.tsx'),
      route('people/:person', 'routes/organize/person.tsx'),
      route('people/:person/remove', 'routes/organize/person-remove.tsx'),
      route('instructors/new', 'routes/organize/instructor.tsx'),
      route('instructors/:account/remove', 'routes/organize/instructor-remove.tsx'),
      route('tickets', 'routes/organize/tickets.tsx'),
      route('tickets/:type', 'routes/organize/ticket.tsx'),
      route('tickets/:type/remove', 'routes/organize/ticket-remove.tsx'),
      route('seats/:quota', 'routes/organize/quota.tsx'),
      route('seats/:quota/remove', 'routes/organize/quota-remove.tsx'),
      route('questions', 'routes/organize/questions.tsx'),
      route('questions/:question', 'routes/organize/question.tsx'),
      route('questions/:question/remove', 'routes/organize/question-remove.tsx'),
      route('registrations', 'routes/organize/registrations.tsx'),
      route('publish', 'routes/organize/publish.tsx'),
      route('unpublish', 'routes/organize/unpublish.tsx'),
      route('cancel', 'routes/organize/cancel.tsx'),
    ]),
    route(':event/preview', 'routes/organize/preview.tsx'),
  ]),

  ...prefix('teach', [
    index('routes/teach/workshops.tsx'),
    route(':event', 'routes/teach/participants.tsx'),
    route(':event/participants.csv', 'routes/teach/participants-csv.ts'),
    route(':event/list', 'routes/teach/list.tsx'),
  ]),

  route('finance', 'routes/finance/queue.tsx'),

  ...prefix('admin', [index('routes/admin/installation.tsx'), route('mail', 'routes/admin/mail.tsx')]),
  route('outbox', 'routes/admin/outbox.tsx'),
  route('outbox/:file', 'routes/admin/outbox-mail.tsx'),
  route('outbox/:file/:part', 'routes/admin/outbox-part.ts'),
  route('healthz', 'routes/admin/healthz.ts'),
  route('readyz', 'routes/admin/readyz.ts'),
  route('metrics', 'routes/admin/metrics.ts'),

  route('webhooks/stripe', 'routes/webhooks/stripe.ts'),

  route('*', 'routes/public/not-found.tsx'),
] satisfies RouteConfig
