/** Where a kept file is read; who may see it is the server's to say. */
export const fileUrl = (id: string): string => `/api/v1/files/${id}`;
