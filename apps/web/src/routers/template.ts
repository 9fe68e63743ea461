// Templates, for reading.
import { getTemplate } from '@guildhall/domain/template/get'
import { listTemplates } from '@guildhall/domain/template/list'
import { query, router } from '../door/trpc.ts'

export const templateRouter = router({ list: query(listTemplates), get: query(getTemplate) })
