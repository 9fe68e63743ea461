/// <reference path="./mathjs-bundle.d.ts" />
// The computer algebra. The one-file build: the package's own entry is nine hundred files and takes ten times as long to load.
import math from 'mathjs/lib/browser/math.js'

export const algebra = { parse: math.parse, unit: math.unit }
