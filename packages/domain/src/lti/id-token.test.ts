// Only what a key of the platform signed by RS256 is opened. Vectors: RFC 7515, appendix A.2; RFC 7517, appendix A.1; RFC 7519, sections 3.1 and 6.1.
import { createHmac, generateKeyPairSync } from 'node:crypto'
import { exportJWK, exportSPKI, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose'
import { beforeAll, expect, test } from 'vitest'
import { type FindKey, openIdToken, verifySignature } from './id-token.ts'

let sign: (claims: Record<string, unknown>, header?: Record<string, unknown>) => Promise<string>
let key: JWK
let pem = ''
const find: FindKey = async (kid) => (kid === 'k1' ? key : 'key_unknown')

beforeAll(async () => {
  const pair = await generateKeyPair('RS256', { extractable: true })
  key = { ...(await exportJWK(pair.publicKey)), kid: 'k1' }
  pem = await exportSPKI(pair.publicKey)
  sign = (claims, header = {}) =>
    new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'k1', ...header }).sign(pair.privateKey)
})

const part = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')

test('a token signed by the platform is opened', async () => {
  expect(await openIdToken(await sign({ sub: 'u1' }), find)).toEqual({ claims: { sub: 'u1' } })
})

test('no algorithm, another one, and HMAC with the public key are refused', async () => {
  expect(await openIdToken(`${part({ alg: 'none', kid: 'k1' })}.${part({ sub: 'u1' })}.`, find)).toEqual({
    refused: 'token_algorithm',
  })
  for (const secret of [pem, key.n ?? '']) {
    const head = `${part({ alg: 'HS256', kid: 'k1' })}.${part({ sub: 'u1' })}`
    const token = `${head}.${createHmac('sha256', secret).update(head).digest('base64url')}`
    expect(await openIdToken(token, find)).toEqual({ refused: 'token_algorithm' })
    const lying = `${part({ alg: 'RS256', kid: 'k1' })}.${part({ sub: 'u1' })}`
    const forged = `${lying}.${createHmac('sha256', secret).update(lying).digest('base64url')}`
    expect(await openIdToken(forged, find)).toEqual({ refused: 'signature_wrong' })
  }
})

test('a wrong kid, none, another key under the same kid, and unreachable keys each have their name', async () => {
  expect(await openIdToken(await sign({}, { kid: 'k2' }), find)).toEqual({ refused: 'key_unknown' })
  expect(await openIdToken(await sign({}, { kid: undefined }), find)).toEqual({ refused: 'key_unknown' })
  const other = { ...(await exportJWK((await generateKeyPair('RS256', { extractable: true })).publicKey)), kid: 'k1' }
  expect(await openIdToken(await sign({}), async () => other)).toEqual({ refused: 'signature_wrong' })
  expect(await openIdToken(await sign({}), async () => 'keys_unreachable')).toEqual({ refused: 'keys_unreachable' })
})

test('keys that are not for signing by RS256, or too short, are no keys', async () => {
  const short = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ format: 'jwk' })
  const token = await sign({})
  for (const bad of [
    { ...key, use: 'enc' },
    { ...key, alg: 'RS512' },
    { ...key, kty: 'EC' },
    { ...short, kid: 'k1' },
  ])
    expect(await openIdToken(token, async () => bad as JWK)).toEqual({ refused: 'key_unknown' })
})

test('a changed payload, a critical header, a claim named twice, and what is no token are refused', async () => {
  const [head, , mac] = (await sign({ sub: 'u1' })).split('.')
  expect(await openIdToken(`${head}.${part({ sub: 'u2' })}.${mac}`, find)).toEqual({ refused: 'signature_wrong' })
  for (const token of ['', 'a.b', 'a.b.c', 'a.b.c.d', `${'x'.repeat(33_000)}.b.c`])
    expect(await openIdToken(token, find), token.slice(0, 20)).toEqual({ refused: 'token_malformed' })
  const pair = await generateKeyPair('RS256', { extractable: true })
  const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'k1' }
  const { CompactSign } = await import('jose')
  const twice = new TextEncoder().encode('{"sub":"u1","nonce":"a","s\\u0075b":"u2"}')
  const token = await new CompactSign(twice).setProtectedHeader({ alg: 'RS256', kid: 'k1' }).sign(pair.privateKey)
  expect(await openIdToken(token, async () => jwk)).toEqual({ refused: 'claims_malformed' })
})

test('RFC 7515 A.2: the signature of the example is right, and wrong with one bit changed', async () => {
  const jwk = {
    kty: 'RSA',
    n: 'ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ',
    e: 'AQAB',
  }
  const signed =
    'eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ'
  const mac =
    'cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw'
  const payload = await verifySignature(`${signed}.${mac}`, jwk)
  expect(JSON.parse(Buffer.from(payload ?? []).toString())).toMatchObject({ iss: 'joe', exp: 1_300_819_380 })
  expect(await verifySignature(`${signed}.d${mac.slice(1)}`, jwk)).toBeNull()
})

test('RFC 7519 3.1 and 6.1: the examples by HS256 and by no algorithm are refused before a key is looked for', async () => {
  const claims = 'eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ'
  const hmac = `eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.${claims}.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk`
  for (const token of [hmac, `eyJhbGciOiJub25lIn0.${claims}.`])
    expect(await openIdToken(token, () => Promise.reject(new Error('asked')))).toEqual({ refused: 'token_algorithm' })
})

test('RFC 7517 A.1: the RSA key of the set may sign, the elliptic one may not', async () => {
  const rsa = {
    kty: 'RSA',
    n: '0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw',
    e: 'AQAB',
    alg: 'RS256',
    kid: '2011-04-29',
  }
  const elliptic = {
    kty: 'EC',
    crv: 'P-256',
    x: 'MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4',
    y: '4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM',
    use: 'enc',
    kid: '1',
  }
  await importJWK(rsa, 'RS256')
  const byKid: FindKey = async (kid) => [rsa, elliptic].find((one) => one.kid === kid) ?? 'key_unknown'
  expect(await openIdToken(await sign({}, { kid: '2011-04-29' }), byKid)).toEqual({ refused: 'signature_wrong' })
  expect(await openIdToken(await sign({}, { kid: '1' }), byKid)).toEqual({ refused: 'key_unknown' })
})
