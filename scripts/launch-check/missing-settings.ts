import type { Missing } from '../../src/back-office/launch/missing.ts';
import type { readEnv } from '../../src/platform/env.ts';

type Env = ReturnType<typeof readEnv>;

/** Each setting of the machine that a public site needs: whether it is there, and what for. */
const needs: readonly (readonly [name: string, isSet: (env: Env) => boolean, what: string])[] = [
  ['SITE_URL', ({ siteUrl }) => siteUrl.startsWith('https://'), 'Địa chỉ https của trang'],
  ['LOCAL_SYSTEM', ({ isLocal }) => !isLocal, 'Tắt dữ liệu minh họa: bỏ biến này'],
  ['RECEIPT_SECRET', (env) => env.RECEIPT_SECRET !== undefined, 'Bí mật của khóa biên nhận'],
  ['RECEIPT_SIGNING_KEY', (env) => env.RECEIPT_SIGNING_KEY !== undefined, 'Khóa ký biên nhận'],
  [
    'AIRTABLE_TOKEN, AIRTABLE_BASE_ID',
    (env) => env.AIRTABLE_TOKEN !== undefined && env.AIRTABLE_BASE_ID !== undefined,
    'Nối với base của Sở Nội vụ',
  ],
  [
    'BUILD_HOOK_URL hoặc SITE_BUILDS',
    (env) => env.BUILD_HOOK_URL !== undefined || env.SITE_BUILDS !== undefined,
    'Cách dựng lại trang khi có bài mới',
  ],
  ['SMTP_URL, MAIL_FROM', ({ mail }) => mail !== null, 'Máy chủ thư, người gửi thư'],
  ['HEALTH_KEY', (env) => env.HEALTH_KEY !== undefined, 'Khóa xem chi tiết ở /suc-khoe/'],
  [
    'ALERT_EMAIL hoặc ALERT_WEBHOOK_URL',
    (env) => env.ALERT_EMAIL !== undefined || env.ALERT_WEBHOOK_URL !== undefined,
    'Nơi nhận báo động',
  ],
];

/** The settings of the machine that a public site needs and that are unset. */
export const missingSettings = (env: Env): Missing[] =>
  needs
    .filter(([, isSet]) => !isSet(env))
    .map(([name, , what]) => ({ who: 'Người vận hành trang', what, where: `biến môi trường ${name}` }));
