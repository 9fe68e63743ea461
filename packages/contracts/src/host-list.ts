// Hosts with ports from one variable of the environment, separated by commas.
import { z } from 'zod'

export const hostList = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((host) => host.trim())
      .filter((host) => host !== ''),
  )
