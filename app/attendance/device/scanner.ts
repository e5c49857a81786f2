import decodeQR from 'qr/decode.js'
import { deviceNow } from './device-clock.ts'

/** A ticket that stays in front of the camera is read once. */
const SAME_AGAIN = 4000
/** Wide enough for a code on paper at arm's length, small enough for old telephones. */
const WIDEST = 720

interface Detector {
  detect(source: CanvasImageSource): Promise<{ rawValue: string }[]>
}

interface DetectorClass {
  new (options: { formats: string[] }): Detector
  getSupportedFormats(): Promise<string[]>
}

export interface Scanner {
  stop(): void
  /** Turns the light on or off; null where the camera has none. */
  light: ((isOn: boolean) => Promise<void>) | null
}

/** Reads codes from the camera until it is stopped. @throws when there is no camera, or it may not be used. */
export async function startScanner(video: HTMLVideoElement, found: (text: string) => void): Promise<Scanner> {
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: false,
    video: { facingMode: { ideal: 'environment' }, width: { ideal: 1280 }, height: { ideal: 720 } },
  })
  const [track] = stream.getVideoTracks()
  video.srcObject = stream
  await video.play()
  const read = await reader()
  const over = new AbortController()
  const isOver = () => over.signal.aborted
  let last = { text: '', at: 0 }
  const look = async () => {
    while (!isOver()) {
      await nextFrame(video)
      const text = isOver() ? null : await read(video).catch(() => null)
      if (text === null || isOver()) continue
      const at = deviceNow()
      const isAgain = text === last.text && at - last.at < SAME_AGAIN
      last = { text, at }
      if (!isAgain) found(text)
    }
  }
  void look()
  const able = (track?.getCapabilities?.() ?? {}) as { torch?: boolean }
  return {
    stop() {
      over.abort()
      stream.getTracks().forEach((one) => one.stop())
      video.srcObject = null
    },
    light: able.torch
      ? (isOn) => track!.applyConstraints({ advanced: [{ torch: isOn } as MediaTrackConstraintSet] })
      : null,
  }
}

/** The browser's own reader where there is one; ours everywhere else. */
async function reader(): Promise<(video: HTMLVideoElement) => Promise<string | null>> {
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: DetectorClass }
  const formats = (await BarcodeDetector?.getSupportedFormats().catch(() => [])) ?? []
  if (BarcodeDetector && formats.includes('qr_code')) {
    const detector = new BarcodeDetector({ formats: ['qr_code'] })
    return async (video) => (await detector.detect(video))[0]?.rawValue ?? null
  }
  const canvas = document.createElement('canvas')
  const brush = canvas.getContext('2d', { willReadFrequently: true })!
  return async (video) => {
    const scale = Math.min(1, WIDEST / Math.max(video.videoWidth, video.videoHeight))
    canvas.width = Math.round(video.videoWidth * scale)
    canvas.height = Math.round(video.videoHeight * scale)
    brush.drawImage(video, 0, 0, canvas.width, canvas.height)
    return readPicture(brush.getImageData(0, 0, canvas.width, canvas.height))
  }
}

/** The text of a QR code in a picture; null where there is none. */
export function readPicture(picture: { width: number; height: number; data: Uint8ClampedArray }): string | null {
  try {
    return decodeQR(picture)
  } catch {
    return null
  }
}

/** A frame is looked at once, and typing is never kept waiting by more than one. */
async function nextFrame(video: HTMLVideoElement): Promise<void> {
  await new Promise<void>((done) => {
    if ('requestVideoFrameCallback' in video) video.requestVideoFrameCallback(() => done())
    else setTimeout(done, 60)
  })
}
