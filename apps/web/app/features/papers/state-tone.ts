/** How a paper's state is marked. */
export const stateTone = {
  draft: 'plain',
  issued: 'celadon',
  submitted: 'plain',
  returned: 'seal',
  certified: 'celadon',
} as const;
