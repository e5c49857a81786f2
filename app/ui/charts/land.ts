/**
 * Land, seen from far away: a dot every four degrees from 180° west, rows from 82° north to 54° south, as hexadecimal bits.
 * Coastlines only; no borders.
 */
const ROWS = [
  '000000fdff0000000000000',
  '0000ffefff8070000700000',
  '0003fdc1ff0000103fc0c00',
  '07c3fcf0ff0038037fffffc',
  '6fffff1cf8c07bffffffffe',
  '0ffffc306001dbffffffffc',
  '060ffc3c0009dfffffff040',
  '0007ffbe001cffffffff4c0',
  '0003fff90003ffffffff400',
  '0003fffc0007fedffffe400',
  '0003fff0001cbbdffffc400',
  '0001ffe0001c5fdfffe4800',
  '0000ffc0000f03ffffe3000',
  '00007f80001ffffffff0000',
  '00007840003ffdcfffe0000',
  '000018e0007ffff1ffc0000',
  '00000d18007ffee0e710000',
  '00000380007fffc0c398000',
  '000000bc003fffc08388000',
  '0000003f001fffc04228000',
  '0000003f8000ff80037c000',
  '0000007fe000ff000173800',
  '0000007ff800fe0000d0f00',
  '0000003ff8007f000008240',
  '0000003ff0007f400003400',
  '0000000ff0007ec0000fc14',
  '0000000fe0007cc0003fe20',
  '0000000fc0007c80003ff00',
  '0000001f80003800003ff00',
  '0000001f000030000021e00',
  '0000001e000000000000604',
  '00000018000000000000208',
  '00000018000000000000010',
  '00000012000000000000000',
  '00000018000000000000000',
]

export const MAP_WIDTH = 720
export const MAP_HEIGHT = 330

/** The distance of two dots, and where the first one is. */
const [STEP, FIRST_X, FIRST_Y] = [8, 0, 30]

/** Where a place lies on the map, by its degrees north and east. */
export function spotOf([north, east]: readonly [number, number]): { x: number; y: number } {
  return { x: (east + 180) * 2, y: Math.min(MAP_HEIGHT, 194 - 2 * north) }
}

/** Runs of dots as a path to be drawn in dashes of no length, `STEP` apart. */
export function landPath(): string {
  return ROWS.map((row, at) =>
    runsOf(row)
      .map(({ from, length }) => lineOf(at, from, length))
      .join(''),
  ).join('')
}

export const LAND_DASHES = `0 ${STEP}`

function lineOf(row: number, from: number, length: number): string {
  return `M${FIRST_X + from * STEP} ${FIRST_Y + row * STEP}h${(length - 1) * STEP || 0.1}`
}

function runsOf(row: string): { from: number; length: number }[] {
  const bits = [...row].map((digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0')).join('')
  return [...bits.matchAll(/1+/g)].map(({ 0: run, index }) => ({ from: index, length: run.length }))
}
