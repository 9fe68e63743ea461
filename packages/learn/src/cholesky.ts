// Small symmetric positive definite systems, by Cholesky's factor.

/** Solves A s = b; the lower triangle of `a` [n, n] is given and overwritten with its factor. */
export function solveCholesky(a: Float64Array, b: Float64Array): Float64Array {
  const n = b.length
  const s = Float64Array.from(b)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = a[i * n + j] ?? 0
      for (let k = 0; k < j; k++) sum -= (a[i * n + k] ?? 0) * (a[j * n + k] ?? 0)
      a[i * n + j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / (a[j * n + j] ?? 1)
    }
  }
  for (let i = 0; i < n; i++) {
    let sum = s[i] ?? 0
    for (let k = 0; k < i; k++) sum -= (a[i * n + k] ?? 0) * (s[k] ?? 0)
    s[i] = sum / (a[i * n + i] ?? 1)
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = s[i] ?? 0
    for (let k = i + 1; k < n; k++) sum -= (a[k * n + i] ?? 0) * (s[k] ?? 0)
    s[i] = sum / (a[i * n + i] ?? 1)
  }
  return s
}
