// The type of mathjs's one-file build, which ships without types of its own: it is the same instance as the package's.
declare module 'mathjs/lib/browser/math.js' {
  const math: import('mathjs').MathJsInstance
  export default math
}
