/** Endings of files, and words of English and of computing, that people type among Vietnamese words. */
const words = new Set(
  `jpg jpeg png gif webp heic heif bmp tif tiff svg psd raw pdf doc docx odt rtf xls xlsx ods ppt pptx csv tsv txt zip rar tar
  mp3 mp4 wav avi mov mkv webm html htm css json xml yml ics exe apk log sql bin iso
  api app web website wifi wiki blog chat chatbot chatgpt cloud code coding data database email mail gmail file folder form forum google
  excel word powerpoint outlook internet laptop desktop link login logout logon media menu mobile network offline online password pass
  portal print printer robot scan scanner server sms software tablet tag template token update upload download url usb user username
  video clip virus zalo facebook youtube tiktok telegram viber messenger blockchain startup marketing logo banner slide poster camera
  sensor drone iot gps otp cpu gpu ssd github git linux windows macos android iphone ipad safari chrome firefox browser cookie cache
  reset submit save copy paste post share view click drag drop open close help hotline fax phone smart smartphone dashboard digital
  green innovation report plan nominate nomination award search find contact press story feed rss atom code barcode teams zoom meet
  skype drive onedrive icloud canva photoshop autocad python java oracle hosting domain dns ssl https http ftp vpn proxy firewall spam
  hacker deepfake gemini copilot prompt machine learning deep model test demo beta live stream podcast webinar workshop hackathon
  pitch kpi okr esg erp crm hrm pos ocr rpa nfc lte`.split(/\s+/),
);

/** Whether a word without tones is foreign, one or several of a thing: `jpg` is no slip for `jpeg`, and `links` none for `link`. */
export const isForeign = (key: string): boolean => words.has(key) || words.has(key.replace(/s$/, ''));
