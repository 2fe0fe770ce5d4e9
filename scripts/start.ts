import { runUntilStopped } from './local-system/run-until-stopped.ts';
import { startSystem } from './local-system/system.ts';

// `npm start`: the whole system on this machine, with nothing else installed and no account.
await runUntilStopped({
  command: 'npm start',
  start: startSystem,
  welcome: (site, standIn) => `
Trang đã chạy. Mở:
  ${site}/                        trang chủ
  ${site}/ke-hoach/               kế hoạch, từng điều có địa chỉ riêng
  ${site}/de-cu/tap-the/          đề cử một tập thể
  ${site}/dien-hinh/              điển hình (dữ liệu minh họa)
  ${site}/tra-cuu/                tra cứu bằng mã hồ sơ
  ${standIn}/                        nơi Sở Nội vụ xem và duyệt (thay cho Airtable)

Ctrl-C để dừng; dữ liệu được giữ trong .local/`,
});
