// Why a run is there. Only `run` is a customer's; golden, impact and preview runs take the same way through the worker and stand in no list,
// figure, worklist, quota, webhook or simulation. Raw SQL says `run.purpose = 'run'`.
export const realRun = { purpose: 'run' } as const

export type Purpose = 'run' | 'golden' | 'impact' | 'preview'
