import { useEffect, useState } from 'react';
import { hrefOf } from '@/components/shell/route';
import { t } from '@/lib/i18n';

/** Has files that are dropped anywhere on the page imported. Tells whether one is over the page. */
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
      if (relatedTarget === null) setOver(false); // out of the page, not only over another part of it
    }
    function onDrop(event: DragEvent): void {
      setOver(false);
      if (!hasFiles(event)) return;
      event.preventDefault(); // the browser would open it in place of the page
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

/** The readers come when they are first needed. */
async function take([file, ...others]: readonly File[]): Promise<void> {
  if (!file) return;
  const { useImport } = await import('./use-import');
  const { stage, read, refuse } = useImport.getState();
  location.hash = hrefOf('import');
  if (stage.kind === 'writing') return; // that is what is shown now
  if (others.length > 0) refuse(t('importOneFile'));
  else await read(file, file.name);
}
