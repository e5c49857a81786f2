import { expect, test } from 'vitest'
import { pictureOf } from './picture-of.ts'
import { readPicture } from '#app/attendance/device/scanner.ts'

test('a ticket that is held up is read, straight or turned, small in the picture and in half the light', () => {
  for (const turned of [0, 20, 90, 200])
    expect(readPicture(pictureOf('T7KQ-4M2X', { turned })), `turned by ${turned}`).toBe('T7KQ-4M2X')
  expect(readPicture(pictureOf('T7KQ-4M2X', { module: 3, turned: 5 }))).toBe('T7KQ-4M2X')
  expect(readPicture(pictureOf('T7KQ-4M2X', { light: 0.4 }))).toBe('T7KQ-4M2X')
})

test('a picture without a code is no code, within the time of a frame or two', () => {
  const empty = { width: 720, height: 540, data: new Uint8ClampedArray(720 * 540 * 4).fill(180) }
  readPicture(empty)
  const began = performance.now()
  expect(readPicture(empty)).toBeNull()
  expect(performance.now() - began).toBeLessThan(300)
})
