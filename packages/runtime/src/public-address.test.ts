// Which addresses a delivery may go to.
import { expect, test } from 'vitest'
import { isPublic, publicAddress } from './public-address.ts'

test('only unicast of the registry is public, IPv4 inside IPv6 included', () => {
  for (const address of ['8.8.8.8', '2606:4700:4700::1111']) expect(isPublic(address), address).toBe(true)
  const held = ['127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0']
  const six = ['::1', 'fe80::1', 'fd00::1', '::ffff:127.0.0.1', '::ffff:a00:1', '64:ff9b::a00:1', '::', 'ff02::1']
  for (const address of [...held, ...six, '224.0.0.1', '255.255.255.255', 'nonsense'])
    expect(isPublic(address), address).toBe(false)
})

test('a number in disguise is resolved before it is judged', async () => {
  for (const host of ['2130706433', '0x7f.1', '127.1', '[::ffff:7f00:1]'])
    expect(await publicAddress(new URL(`https://${host}/`), []), host).toMatchObject({
      refused: 'the address is private',
    })
})

test('passwords in addresses, and addresses without TLS, are refused', async () => {
  expect(await publicAddress(new URL('https://a:b@8.8.8.8/'), [])).toMatchObject({ refused: expect.any(String) })
  expect(await publicAddress(new URL('http://8.8.8.8/'), [])).toEqual({ refused: 'the address is not https' })
  expect(await publicAddress(new URL('https://8.8.8.8/'), [])).toEqual({ address: '8.8.8.8', family: 4 })
})
