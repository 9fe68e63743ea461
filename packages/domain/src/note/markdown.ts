// The note as Markdown: what it is in the front matter, a heading per section, a sentence per line.
import type { NoteDocument } from './read.ts'

// What a text of the applicant could turn into markup.
const special = /([\\`*_{}[\]<>#|~])/g

export function noteMarkdown({
  title,
  language,
  contentId,
  run,
  result,
  model,
  sections,
  label,
}: NoteDocument): string {
  const head = [
    '---',
    `title: ${title}`,
    `run: ${run}`,
    `template: ${result.template.slug} v${result.template.version}`,
    `model: ${model}`,
    `language: ${language}`,
    `created_at: ${result.created_at}`,
    'ai_generated: true',
    `content_id: ${contentId}`,
    '---',
  ]
  const body = sections.flatMap((section) => [
    `## ${escaped(section.title)}`,
    ...section.sentences.map((sentence) => `- ${escaped(sentence.text)}`),
    '',
  ])
  return [...head, '', `# ${title}`, '', `> ${label}`, '', ...body].join('\n')
}

const escaped = (text: string) => text.replaceAll(special, '\\$1')
