// A body as it comes, with a count of its bytes: past the limit it ends in a refusal, and what came before was kept.
import { AppError } from '@guildhall/contracts/errors'

export async function* counted(chunks: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Uint8Array> {
  let bytes = 0
  for await (const chunk of chunks) {
    bytes += chunk.length
    if (bytes > maxBytes) {
      throw new AppError('body_too_large', {
        public: `The body is over ${maxBytes} bytes. What came before was kept; send the rest in another request`,
      })
    }
    yield chunk
  }
}
