// The part of pdfmake we use. Its published types pull in the browser's, which must not reach code of the server.
declare module 'pdfmake' {
  export type Content = string | ContentObject | readonly Content[]
  export type ContentObject = { readonly [property: string]: unknown }
  export type Definition = ContentObject & { content: readonly Content[] }
  type Font = { normal: string; bold: string; italics: string; bolditalics: string }
  type PdfMake = {
    setFonts(fonts: Record<string, Font>): void
    /** Whether a URL in a document may be fetched. */
    setUrlAccessPolicy(allows: (url: string) => boolean): void
    /** Whether a file named in a document may be read. */
    setLocalAccessPolicy(allows: (path: string) => boolean): void
    createPdf(definition: Definition): { getBuffer(): Promise<Uint8Array> }
  }
  const pdfmake: PdfMake
  export default pdfmake
}
