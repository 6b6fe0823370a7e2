import { useEffect, useState } from 'react';
import { hrefOf } from '@/components/shell/route';
import { t } from '@/lib/i18n';

/** Imports files dropped anywhere on the page. Returns whether one is being dragged over it. */
export function useFileDrop(): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const hasFiles = ({ dataTransfer }: DragEvent) =>
      dataTransfer?.types.includes('Files') ?? false;
    function onDragOver(event: DragEvent): void {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    }
    function onDragLeave({ relatedTarget }: DragEvent): void {
      if (relatedTarget === null) setOver(false); // left the page, not just one of its elements
    }
    function onDrop(event: DragEvent): void {
      setOver(false);
      if (!hasFiles(event)) return;
      event.preventDefault(); // otherwise the browser opens the file
      void take([...(event.dataTransfer?.files ?? [])]);
    }
    addEventListener('dragover', onDragOver);
    addEventListener('dragleave', onDragLeave);
    addEventListener('drop', onDrop);
    return () => {
      removeEventListener('dragover', onDragOver);
      removeEventListener('dragleave', onDragLeave);
      removeEventListener('drop', onDrop);
    };
  }, []);
  return isOver;
}

/** Loads the readers on first use. */
async function take([file, ...others]: readonly File[]): Promise<void> {
  if (!file) return;
  const { useImport } = await import('./use-import');
  const { stage, read, refuse } = useImport.getState();
  location.hash = hrefOf('import');
  if (stage.kind === 'writing') return; // the section shows its progress
  if (others.length > 0) refuse(t('importOneFile'));
  else await read(file, file.name);
}
