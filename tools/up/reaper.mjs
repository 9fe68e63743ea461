// Watches over a supervisor: it holds the other end of our standard input. When that closes, because the supervisor was killed,
// every process it had named and not taken back is stopped. Lines are `+ pid SIGNAL` and `- pid`.
import { createInterface } from 'node:readline'

const graceMs = 10_000
const watched = new Map()

const alive = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

// It may end between the look and the signal; the others must still be stopped.
const end = (pid, signal) => {
  try {
    process.kill(pid, signal)
  } catch {
    watched.delete(pid)
  }
}

// The supervisor's terminal may be interrupted; we outlive it, that is our purpose.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined)

const lines = createInterface({ input: process.stdin })
lines.on('line', (line) => {
  const [sign, pid, signal] = line.split(' ')
  if (sign === '+') watched.set(Number(pid), signal)
  else watched.delete(Number(pid))
})
lines.on('close', () => {
  for (const [pid, signal] of watched) end(pid, signal)
  const giveUpAt = Date.now() + graceMs
  const timer = setInterval(() => {
    const left = [...watched.keys()].filter(alive)
    if (left.length === 0) process.exit(0)
    if (Date.now() < giveUpAt) return
    for (const pid of left) end(pid, 'SIGKILL')
    clearInterval(timer)
  }, 100)
})
