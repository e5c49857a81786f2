import { expect, test } from 'vitest'
import { shellParts } from '#app/attendance/device/shell-parts.ts'

test('a page is its stylesheets, its icon and its scripts, each once, and nothing of another site', () => {
  const html = `<link rel="stylesheet" href="/assets/a-1.css"/><link rel="icon" href="/favicon.svg" type="image/svg+xml"/>
    <link rel="stylesheet" href="/assets/b-2.css"/><script src="/scripts/attendance.js" type="module"></script>
    <script src="/scripts/attendance.js"></script><a href="/en/signin">in</a><script src="https://elsewhere.example/x.js">`
  expect(shellParts(html)).toEqual(['/assets/a-1.css', '/favicon.svg', '/assets/b-2.css', '/scripts/attendance.js'])
})
