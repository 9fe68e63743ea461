// A collection by name, or a refusal that lists what there is.
import { AppError } from '@guildhall/contracts/errors'
import type { Collection } from '@guildhall/verticals/kit/collection'
import { collections, findCollection } from '@guildhall/verticals/registry'

export function collectionNamed(name: string): Collection {
  const found = findCollection(name)
  if (found) return found
  throw new AppError('not_found', {
    public: `No collection ${name.slice(0, 60)}. There are: ${collections.map((one) => one.name).join(', ')}`,
  })
}
