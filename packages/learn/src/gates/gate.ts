// A gate from its figure: the verdict follows from the threshold and the side that passes, so that no two gates decide differently.
import type { Gate } from '@guildhall/contracts/gate'
import type { Estimate } from './measures.ts'

type Measured = Pick<Gate, 'name' | 'measure' | 'detail'> & {
  passes: 'at_least' | 'at_most'
  threshold: number
  /** A bare figure, or one with its interval. */
  figure: number | Estimate
  /** What decides where it is not the figure: the lower end of an interval. */
  decides?: number
}

export function judged({ figure, decides, ...rest }: Measured): Gate {
  const [value, interval] = typeof figure === 'number' ? [figure, null] : [figure.figure, figure.interval]
  const deciding = decides ?? value
  const isPassed = rest.passes === 'at_least' ? deciding >= rest.threshold : deciding <= rest.threshold
  return { ...rest, figure: value, interval, verdict: isPassed ? 'pass' : 'fail' }
}

/** `detail` says why. */
export function notRun(of: Pick<Gate, 'name' | 'measure' | 'passes' | 'detail'> & { threshold?: number }): Gate {
  return { ...of, figure: null, threshold: of.threshold ?? null, interval: null, verdict: 'not_run' }
}
