const PLACE = 'attendance-signals'

/** Sound and vibration are off until somebody wants them: a room is being taught. */
export function wantsSignals(): boolean {
  return localStorage.getItem(PLACE) === 'on'
}

export function setSignals(isOn: boolean): void {
  if (isOn) localStorage.setItem(PLACE, 'on')
  else localStorage.removeItem(PLACE)
}

/** One high and short for yes, two low for look. */
export function signal(isGood: boolean): void {
  if (!wantsSignals()) return
  navigator.vibrate?.(isGood ? 60 : [120, 80, 120])
  const audio = new AudioContext()
  for (const at of isGood ? [0] : [0, 0.22]) {
    const tone = audio.createOscillator()
    const volume = audio.createGain()
    tone.frequency.value = isGood ? 880 : 220
    volume.gain.value = 0.15
    tone.connect(volume).connect(audio.destination)
    tone.start(audio.currentTime + at)
    tone.stop(audio.currentTime + at + 0.14)
  }
  setTimeout(() => void audio.close(), 700)
}
