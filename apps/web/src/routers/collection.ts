// Collections: what is there, and a mapped CSV file a few hundred records at a time.
import { deleteRecords } from '@guildhall/domain/collection/delete'
import { listRecords } from '@guildhall/domain/collection/list'
import { loadStarter } from '@guildhall/domain/collection/load-starter'
import { listCollections } from '@guildhall/domain/collection/overview'
import { reportCollection } from '@guildhall/domain/collection/report'
import { uploadRecords } from '@guildhall/domain/collection/upload'
import { mutation, query, router } from '../door/trpc.ts'

export const collectionRouter = router({
  list: query(listCollections),
  records: query(listRecords),
  report: query(reportCollection),
  upload: mutation(uploadRecords),
  loadStarter: mutation(loadStarter),
  remove: mutation(deleteRecords),
})
