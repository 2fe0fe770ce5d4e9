import { startDevSystem } from './local-system/dev-system.ts';
import { runUntilStopped } from './local-system/run-until-stopped.ts';

// `npm run dev`: the system with pages, styles, components and functions as their sources now are.
await runUntilStopped({
  command: 'npm run dev',
  start: startDevSystem,
  welcome: (site, standIn) => `
Trang đang phát triển: ${site}/
Thay cho Airtable:     ${standIn}/

Sửa tệp rồi lưu là thấy ngay: kiểu dáng đổi tại chỗ, trang và thành phần tự tải lại, hàm (functions/, src/) chạy mã mới
từ yêu cầu kế tiếp. Điển hình được công bố thì trang tự tải lại.
Chỉ bản dựng (npm start) mới có: tìm trong toàn văn (Pagefind), ảnh chia sẻ (/anh/), ngày cập nhật ở cuối trang,
địa chỉ cũ được chuyển hướng, Content-Security-Policy của tệp tĩnh, mã cho trình duyệt cũ.
Gỡ lỗi: dừng lại, chạy npm exec -- node --inspect scripts/dev.ts rồi mở chrome://inspect.

Ctrl-C để dừng; dữ liệu được giữ trong .local/, chung với npm start (không chạy cả hai cùng lúc).`,
});
