import { encode } from 'uqr'

const WIDTH = 640
const HEIGHT = 480

/** What a camera sees of a ticket: its code on white, turned, in some light. */
export function pictureOf(
  text: string,
  { module = 8, turned = 0, light = 1 }: { module?: number; turned?: number; light?: number } = {},
) {
  const { size, data: dark } = encode(text, { ecc: 'M', border: 4 })
  const data = new Uint8ClampedArray(WIDTH * HEIGHT * 4)
  const angle = (turned * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const [dx, dy] = [x - WIDTH / 2, y - HEIGHT / 2]
      const column = Math.floor((dx * cos + dy * sin) / module + size / 2)
      const row = Math.floor((dy * cos - dx * sin) / module + size / 2)
      const isInside = row >= 0 && row < size && column >= 0 && column < size
      const grey = light * (isInside ? (dark[row]![column] ? 20 : 240) : 150)
      data.set([grey, grey, grey, 255], (y * WIDTH + x) * 4)
    }
  }
  return { width: WIDTH, height: HEIGHT, data }
}
