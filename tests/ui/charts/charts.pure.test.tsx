import fc from 'fast-check'
import { expect, test } from 'vitest'
import { render } from '#tests/ui/render.tsx'
import { countriesIn } from '#app/ui/countries.ts'
import { centreOf } from '#app/ui/charts/country-centres.ts'
import { circlesOf, DotMap } from '#app/ui/charts/dot-map.tsx'
import { landPath, spotOf } from '#app/ui/charts/land.ts'
import { LineChart } from '#app/ui/charts/line-chart.tsx'
import { layOutLines, WIDTH } from '#app/ui/charts/line-layout.ts'
import { linear, ticksTo } from '#app/ui/charts/scale.ts'

test('an axis has round steps, from nothing to a million', () => {
  expect(ticksTo(0)).toEqual([0, 1])
  expect(ticksTo(1)).toEqual([0, 1])
  expect(ticksTo(3)).toEqual([0, 1, 2, 3])
  expect(ticksTo(412)).toEqual([0, 200, 400, 600])
  expect(ticksTo(600)).toEqual([0, 200, 400, 600])
  expect(ticksTo(1_000_000)).toEqual([0, 500_000, 1_000_000])
})

test('whatever the most is, the axis reaches it in at most five whole, even steps', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2_000_000 }), (most) => {
      const ticks = ticksTo(most)
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(most)
      expect(ticks.length).toBeLessThanOrEqual(6)
      expect(new Set(ticks.slice(1).map((tick, at) => tick - ticks[at]!)).size).toBe(1)
      expect(ticks.every(Number.isInteger)).toBe(true)
    }),
  )
})

test('a range without length does not divide by nothing', () => {
  expect(linear([5, 5], [10, 20])(5)).toBe(10)
  expect(linear([0, 10], [0, 100])(2.5)).toBe(25)
})

const labels = { current: '12 so far', earlier: '30 in 2025' }

test('everything of a chart lies within it: no point, one point, a million people', () => {
  const course = fc.array(fc.record({ current: fc.option(fc.nat(1_000_000)), earlier: fc.option(fc.nat(1_000_000)) }), {
    maxLength: 60,
  })
  fc.assert(
    fc.property(course, fc.option(fc.nat(1_000_000)), (steps, limit) => {
      const points = steps.map((step, at) => ({ at: at - steps.length, ...step }))
      const drawn = layOutLines(points, limit, labels)
      const numbers = [drawn.current, drawn.earlier].flatMap(({ path, label }) => [
        ...(path.match(/-?[\d.]+/g) ?? []).map(Number),
        ...(label ? [label.x, label.y] : []),
      ])
      for (const number of numbers) {
        expect(Number.isFinite(number)).toBe(true)
        expect(number).toBeGreaterThanOrEqual(0)
        expect(number).toBeLessThanOrEqual(WIDTH + 10)
      }
      if (drawn.limitY !== null) expect(drawn.limitY).toBeGreaterThanOrEqual(36)
    }),
  )
})

test('a limit far above everything is said and not drawn', () => {
  const points = [{ at: -1, current: 25, earlier: null }]
  expect(layOutLines(points, 1200, labels).limitY).toBeNull()
  expect(layOutLines(points, 60, labels).limitY).not.toBeNull()
})

test('the chart has a name and a description, keeps its direction, and carries its table', () => {
  const chart = (language: 'en' | 'ar') =>
    render(
      <LineChart
        id="c"
        title="By day"
        description="12 so far."
        points={[
          { at: -14, current: 0, earlier: 3 },
          { at: -7, current: 12, earlier: 9 },
          { at: 0, current: null, earlier: 30 },
        ]}
        limit={{ value: 40, label: '40 seats' }}
        labels={labels}
        days={[{ at: -7, label: 'Today', isNow: true }]}
        format={String}
      >
        <table />
      </LineChart>,
      { language },
    )
  const shown = chart('en')
  expect(shown).toContain('role="img" aria-labelledby="c-title" aria-describedby="c-text"')
  expect(shown).toContain('<desc id="c-text">12 so far.</desc>')
  expect(shown).toContain('direction="ltr"')
  expect(shown).toContain('\u206812 so far\u2069')
  expect(shown).toContain('<table>')
  expect(chart('ar')).toBe(shown)
})

test('every country of the lists has its place on the map, in the right part of the world', () => {
  for (const { value } of countriesIn('en')) {
    const centre = centreOf(value)
    expect(centre, value).toBeDefined()
    const { x, y } = spotOf(centre!)
    expect([value, x >= 0 && x <= 720 && y >= 0 && y <= 330]).toEqual([value, true])
  }
  // Islands too small for a dot lie in the sea.
  const large =
    'KE NG RW ZA EG MA SN ET TZ CD US CA MX BR AR CL PE CO FR DE ES IT PL UA SE NO RU KZ IN CN MN IR SA TR AU NZ JP ID PH'
  for (const code of large.split(' ')) expect([code, isOnLand(centreOf(code)!)]).toEqual([code, true])
  expect(isOnLand([0, -150])).toBe(false)
  expect(centreOf('ZZ')).toBeUndefined()
})

/** Whether a place lies on a dot of land, or beside one. */
function isOnLand(place: readonly [number, number]): boolean {
  const { x, y } = spotOf(place)
  return [...landPath().matchAll(/M(\d+) (\d+)h([\d.]+)/g)].some(([, from, at, length]) => {
    const [left, right] = [Number(from), Number(from) + Number(length)]
    return Math.abs(y - Number(at)) <= 6 && x >= left - 6 && x <= right + 6
  })
}

test('the area of a circle follows the number; nobody and unknown countries have none', () => {
  const circles = circlesOf([
    { country: 'RW', people: 25 },
    { country: 'KE', people: 100 },
    { country: 'FJ', people: 0 },
    { country: 'ZZ', people: 9 },
  ])
  expect(circles.map(({ country, radius }) => [country, radius])).toEqual([
    ['KE', 20],
    ['RW', 10],
  ])
  expect(circlesOf([])).toEqual([])
})

test('the map says what it shows and draws land in runs', () => {
  const shown = render(
    <DotMap label="Two countries" counts={[{ country: 'KE', people: 1_000_000 }]} nameOf={() => 'Kenya: 1,000,000'}>
      note
    </DotMap>,
  )
  expect(shown).toContain('aria-label="Two countries"')
  expect(shown).toContain('<title>Kenya: 1,000,000</title>')
  expect(landPath().length).toBeLessThan(3500)
})
