// What must never run: a role that can get around row-level security, and a Redis that may evict job locks.
import { openRedis } from '@guildhall/runtime/redis'
import { expect, inject, test } from 'vitest'
import { openDomain } from './boot.ts'

const redisUrl = inject('redisUrl')

test('the owner of the tables is refused, with the cure', async () => {
  await expect(openDomain({ databaseUrl: inject('ownerUrl'), redisUrl })).rejects.toMatchObject({
    publicText: expect.stringMatching(/row-level security.*Cure/),
  })
})

test('a Redis that may evict is refused, with the cure; a good one is taken', async () => {
  const redis = openRedis(redisUrl)
  await redis.config('SET', 'maxmemory-policy', 'allkeys-lru')
  await expect(openDomain({ databaseUrl: inject('databaseUrl'), redisUrl })).rejects.toMatchObject({
    publicText: expect.stringMatching(/evict.*Cure/),
  })
  await redis.config('SET', 'maxmemory-policy', 'noeviction')
  redis.disconnect()
  const close = await openDomain({ databaseUrl: inject('databaseUrl'), redisUrl })
  await close()
})
