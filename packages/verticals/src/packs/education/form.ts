// The form of a tutor request, as data.
import type { FormDescriptor, FormField } from '../../kit/form.ts'
import type { Localized } from '../../kit/localized.ts'

const both = (en: string, zh: string): Localized => ({ en, 'zh-CN': zh })

const choice = (value: string, en: string, zh: string) => ({ value, label: both(en, zh) })

const taskField: FormField = {
  path: 'task',
  label: both('Task', '任务'),
  kind: 'select',
  required: true,
  options: [
    choice('grade_response', 'Grade an answer', '批改作答'),
    choice('hint', 'Give a hint', '给提示'),
    choice('next_exercise', 'Choose the next exercise', '选择下一题'),
    choice('feedback', 'Feedback for the learner', '给学习者反馈'),
    choice('teacher_note', 'Note for the teacher', '教师说明'),
  ],
}

export const tutorForm: FormDescriptor = {
  groups: [
    {
      id: 'request',
      title: both('Request', '请求'),
      fields: [
        taskField,
        {
          path: 'item_id',
          label: both('Exercise', '练习'),
          kind: 'text',
          required: false,
          help: both('The id in your exercises', '练习集合中的编号'),
        },
        {
          path: 'requested_by',
          label: both('Asked by', '请求者'),
          kind: 'select',
          required: false,
          options: [choice('learner', 'Learner', '学习者'), choice('teacher', 'Teacher', '教师')],
        },
        {
          path: 'hint_level',
          label: both('Hint level', '提示层级'),
          kind: 'number',
          required: false,
          unit: 'count',
          min: 0,
          max: 4,
          help: both('Left out: by the hints used so far', '留空则按已用提示数'),
        },
      ],
    },
    {
      id: 'answer',
      title: both('The learner’s work', '学习者的作答'),
      fields: [
        { path: 'response.raw', label: both('Answer', '答案'), kind: 'text', required: false },
        {
          path: 'response.attempt_no',
          label: both('Attempt', '第几次尝试'),
          kind: 'number',
          required: false,
          unit: 'count',
          min: 1,
          max: 100,
        },
        {
          path: 'response.hints_used',
          label: both('Hints used', '已用提示'),
          kind: 'number',
          required: false,
          unit: 'count',
          min: 0,
          max: 20,
        },
        {
          path: 'message',
          label: both('Message', '留言'),
          kind: 'text',
          required: false,
          help: both(
            'What the learner writes; forgotten afterwards unless consent says so',
            '学习者的话；未经同意，用后即忘',
          ),
        },
      ],
    },
    {
      id: 'learner',
      title: both('Learner', '学习者'),
      fields: [
        {
          path: 'learner_ref',
          label: both('Learner', '学习者'),
          kind: 'text',
          required: true,
          help: both('A pseudonym, never a name', '请用代号，不要用姓名'),
        },
        {
          path: 'grade',
          label: both('School year', '年级'),
          kind: 'number',
          required: false,
          unit: 'count',
          min: 1,
          max: 13,
        },
        {
          path: 'consent.basis',
          label: both('Consent by', '同意者'),
          kind: 'select',
          required: true,
          options: [
            choice('parent', 'Parent', '家长'),
            choice('school', 'School', '学校'),
            choice('learner', 'Learner', '学习者本人'),
          ],
        },
        {
          path: 'consent.store_text',
          label: both('Words may be stored', '允许保存文字'),
          kind: 'boolean',
          required: false,
        },
      ],
    },
  ],
}
