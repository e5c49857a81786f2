/**
 * The most that each kind of page may weigh on the wire, in bytes of brotli as we send it, its style included: what it
 * weighs in the heaviest of the three languages, and a little. A first visit fits into the first flight, an event page into
 * 11 KB.
 */
export const PAGES_OF_MANY_EVENTS: Record<string, number> = {
  '/': 8_320,
  '/events': 7_168,
  '/events?when=past': 6_656,
  '/events?q=nairobi&when=all': 6_400,
  '/series/ntw': 8_576,
  '/calendar': 11_264,
  '/calendar?when=all': 11_264,
}

/** Of the demonstration. */
export const PUBLIC_PAGES: Record<string, number> = {
  '/': 9_472,
  '/events': 7_808,
  '/events?q=nothing-matches-this': 4_608,
  '/series/ntw': 7_104,
  '/series/ndss': 6_464,
  '/events/inet-2027': 10_112,
  '/events/ntw-2027-kigali': 9_408,
  '/events/routing-measurement-online': 6_528,
  '/events/inet-2027/programme': 5_312,
  '/events/inet-2027/scholarship': 8_768,
  '/events/inet-2027/awarded': 3_328,
  '/events/ntw-2027-kigali/apply': 5_696,
  '/events/routing-measurement-online/register': 8_192,
  '/events/ndss-2027/register': 5_568,
  '/events/traffic-exchange-bishkek/register': 4_160,
  '/calendar': 11_264,
  '/status': 3_712,
  '/verify': 3_584,
  '/verify/how': 4_480,
  '/verify/check': 3_648,
  '/signin': 4_288,
  '/applications/continue': 3_648,
  '/about/accessibility': 4_352,
  '/about/privacy': 4_672,
  '/nowhere': 3_904,
}

/** Pages behind a link of somebody's own; `CODE`, `SEAT` and `SURVEY` stand for theirs. */
export const KEYED_PAGES: Record<string, number> = {
  '/orders/CODE': 5_312,
  '/orders/CODE/seats/SEAT/details': 7_552,
  '/orders/CODE/seats/SEAT/cancel': 3_904,
  '/registrations/CODE': 8_512,
  '/registrations/CODE/certificate': 5_184,
  '/registrations/CODE/surveys/SURVEY': 3_648,
  '/registrations/CODE/sessions': 4_096,
  '/applications/CODE': 4_544,
  '/applications/CODE/letters': 3_776,
  '/waiting-list/CODE': 4_288,
}
