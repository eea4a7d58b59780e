/** Where a kept file is read; who may see it is the server's to say. @param width px at most, of a picture */
export const fileUrl = (id: string, width?: 320 | 960): string =>
  `/api/v1/files/${id}${width ? `?width=${width}` : ''}`;
