// Small dense matrices of statistics: the inverse of a symmetric positive definite one, products with vectors and forms. Row-major.

/** The inverse of `a` [n, n] by Cholesky's factor: A = L L', A^-1 = L'^-1 L^-1. Pivots below 1e-12 are lifted to it. */
export function invertSymmetric(a: Float64Array, n: number): Float64Array {
  const l = new Float64Array(n * n)
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let sum = a[i * n + j] ?? 0
      for (let k = 0; k < j; k++) sum -= (l[i * n + k] ?? 0) * (l[j * n + k] ?? 0)
      l[i * n + j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / (l[j * n + j] ?? 1)
    }
  // In place: L^-1, column by column.
  for (let j = 0; j < n; j++) {
    l[j * n + j] = 1 / (l[j * n + j] ?? 1)
    for (let i = j + 1; i < n; i++) {
      let sum = 0
      for (let k = j; k < i; k++) sum -= (l[i * n + k] ?? 0) * (l[k * n + j] ?? 0)
      l[i * n + j] = sum / (l[i * n + i] ?? 1)
    }
  }
  const inverse = new Float64Array(n * n)
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let sum = 0
      for (let k = i; k < n; k++) sum += (l[k * n + i] ?? 0) * (l[k * n + j] ?? 0)
      inverse[i * n + j] = sum
      inverse[j * n + i] = sum
    }
  return inverse
}

/** a [n, n] times v. */
export function timesVector(a: Float64Array, v: Float64Array): Float64Array {
  const n = v.length
  const product = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    let sum = 0
    for (let j = 0; j < n; j++) sum += (a[i * n + j] ?? 0) * (v[j] ?? 0)
    product[i] = sum
  }
  return product
}

/** v' a v. */
export function quadraticForm(a: Float64Array, v: Float64Array): number {
  const n = v.length
  let sum = 0
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) sum += (v[i] ?? 0) * (a[i * n + j] ?? 0) * (v[j] ?? 0)
  return sum
}
