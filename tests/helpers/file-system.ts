/** As much of the browser's own file system as backups need; what is written is there when it is closed. */
export function fakeFileSystem() {
  const files = new Map<string, Blob>();
  const folder = {
    async getFileHandle(name: string, { create = false } = {}) {
      if (!files.has(name) && !create) throw new DOMException('not there', 'NotFoundError');
      return {
        getFile: async () => files.get(name) ?? new Blob(),
        createWritable: async () => {
          const parts: Blob[] = [];
          return {
            write: async (part: Blob) => void parts.push(part),
            close: async () => void files.set(name, new Blob(parts)),
          };
        },
      };
    },
  };
  return { files, storage: { getDirectory: async () => folder } };
}
