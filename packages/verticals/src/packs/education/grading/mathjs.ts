// The computer algebra. The one-file build: the package's own entry is nine hundred files and takes ten times as long to load.
import type { MathJsInstance } from 'mathjs'
// @ts-expect-error: the build ships without types; it is the same instance that the package's entry exports.
import math from 'mathjs/lib/browser/math.js'

const instance: MathJsInstance = math

export const algebra = {
  parse: (text: string) => instance.parse(text),
  unit: (value: number, name: string) => instance.unit(value, name),
}
