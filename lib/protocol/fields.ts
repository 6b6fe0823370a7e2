/** Schemas of fields that papers, tags and imports have in common. */
import * as v from 'valibot';
import { t } from '@/lib/i18n';
import { LIMITS } from './limits';

/** A schema for each field of a type: none can be forgotten, and none be of another type. */
export type SchemasOf<T> = { readonly [K in keyof T]-?: v.GenericSchema<unknown, T[K]> };

export const text = (limit: number) =>
  v.pipe(
    v.string(),
    v.maxLength(limit, () => t('refusedLongText')),
  );
export const unknownOr = <S extends v.GenericSchema>(schema: S) => v.nullable(schema);
export const list = (limit: number) =>
  v.pipe(
    v.array(text(LIMITS.name)),
    v.maxLength(limit, () => t('refusedLongList')),
    v.readonly(),
  );
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
