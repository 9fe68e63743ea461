// The digits after the point in which a currency is paid, of ISO 4217. Most have two; these have not.

const withoutMinor = new Set('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' '))
const withThousandths = new Set('BHD IQD JOD KWD LYD OMR TND'.split(' '))

export function minorDigits(currency: string): number {
  if (withoutMinor.has(currency)) return 0
  return withThousandths.has(currency) ? 3 : 2
}
