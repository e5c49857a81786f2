import { expect, test } from 'vitest'
import { CALENDAR_CLIENTS, calendarClient, knownClient } from '#app/calendar/feeds/calendar-client.ts'

const SEEN: [string | null, string][] = [
  ['Google-Calendar-Importer', 'google'],
  ['Mozilla/5.0 (compatible; Google-Calendar-Importer; +http://www.google.com)', 'google'],
  ['Microsoft.Exchange/15.20 (Microsoft.Exchange.Data.Storage)', 'outlook'],
  ['Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.17328; Pro)', 'outlook'],
  ['Mozilla/4.0 (compatible; ms-office; MSOffice 16)', 'outlook'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Thunderbird/128.4.0', 'thunderbird'],
  ['Mozilla/5.0 (Windows NT 10.0; rv:115.0) Gecko/20100101 Thunderbird/115.0 Lightning/6.8', 'thunderbird'],
  ['Evolution/3.46.4', 'evolution'],
  ['evolution-calendar-factory/3.46.4', 'evolution'],
  ['gnome-calendar/45.1', 'evolution'],
  ['ICSx5/2.2.3-ose (at.bitfire.icsdroid; okhttp/4.12.0) Android/14', 'davx5'],
  ['DAVx5/4.4.5-ose (dav4jvm; okhttp/4.12.0) Android/14', 'davx5'],
  ['ProtonCalendar', 'proton'],
  ['Proton Calendar', 'proton'],
  ['FastMail/1.0 (https://fastmail.com)', 'fastmail'],
  ['Nextcloud Server Crawler', 'nextcloud'],
  ['vdirsyncer/0.19.2', 'vdirsyncer'],
  ['pimsync/0.4.0', 'vdirsyncer'],
  ['khal/0.11.3', 'khal'],
  ['macOS/15.1 (24B83) CalendarAgent/1040', 'apple'],
  ['Mac+OS+X/10.15.7 (19H2026) CalendarAgent/930.5.1', 'apple'],
  ['iOS/18.1 (22B83) dataaccessd/1.0', 'apple'],
  ['iOS/18.1 (22B83) accountsd/113', 'apple'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0', 'browser'],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
    'browser',
  ],
  ['curl/8.5.0', 'other'],
  ['Mozilla/5.0', 'other'],
  ['', 'other'],
  [null, 'other'],
]

test.each(SEEN)('%s is %s', (userAgent, client) => {
  expect(calendarClient(userAgent)).toBe(client)
})

test('every kind that there is has been seen here', () => {
  expect(new Set(SEEN.map(([, client]) => client))).toEqual(new Set(CALENDAR_CLIENTS))
})

test('what was stored by another version is another program', () => {
  expect([knownClient('google'), knownClient('palm-pilot'), knownClient(null)]).toEqual(['google', 'other', 'other'])
})
