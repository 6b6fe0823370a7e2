import * as v from 'valibot';

export const OperationIdSchema = v.pipe(v.string(), v.uuid());
/** Identifies one command for good, so that sending it again does nothing more. */
export type OperationId = v.InferOutput<typeof OperationIdSchema>;
