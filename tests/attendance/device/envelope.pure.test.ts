import { expect, test } from 'vitest'
import { ITERATIONS, keyOf, newLock, seal, unseal } from '#app/attendance/device/envelope.ts'

/** The real number takes half a second a key; what is shown here does not depend on it. */
const FEW = 1000

test('what is sealed opens with the same passphrase, however its letters were composed', async () => {
  const lock = newLock(FEW)
  const sealed = await seal(await keyOf('café crème', lock), 'inet', { people: ['نور تجريبي', '山田 例'] })
  const again = await keyOf('café crème'.normalize('NFD'), lock)
  expect(await unseal(again, 'inet', sealed)).toEqual({ people: ['نور تجريبي', '山田 例'] })
})

test('it does not open with another passphrase, another salt, for another event, or changed by a bit', async () => {
  const lock = newLock(FEW)
  const key = await keyOf('correct horse', lock)
  const sealed = await seal(key, 'inet', { a: 1 })
  expect(await unseal(await keyOf('correct Horse', lock), 'inet', sealed)).toBeNull()
  expect(await unseal(await keyOf('correct horse', newLock(FEW)), 'inet', sealed)).toBeNull()
  expect(await unseal(key, 'ndss', sealed)).toBeNull()
  const changed = new Uint8Array(sealed.data.slice(0))
  changed[3]! ^= 1
  expect(await unseal(key, 'inet', { ...sealed, data: changed.buffer })).toBeNull()
})

test('nothing of it can be read, two writes share no vector, and the key stays in the browser', async () => {
  const key = await keyOf('correct horse', newLock(FEW))
  const [one, other] = [await seal(key, 'inet', 'Contohwati'), await seal(key, 'inet', 'Contohwati')]
  expect(Buffer.from(one.data).toString('latin1')).not.toContain('Contohwati')
  expect(Buffer.from(one.iv).equals(Buffer.from(other.iv))).toBe(false)
  expect(Buffer.from(one.data).equals(Buffer.from(other.data))).toBe(false)
  await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow()
})

test('a key costs as many rounds as OWASP asks for, and every device has its own salt', () => {
  expect(ITERATIONS).toBeGreaterThanOrEqual(600_000)
  expect(newLock().iterations).toBe(ITERATIONS)
  expect(Buffer.from(newLock().salt).equals(Buffer.from(newLock().salt))).toBe(false)
})
