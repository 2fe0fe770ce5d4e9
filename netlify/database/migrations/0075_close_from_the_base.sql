-- What staff choose in `Chốt năm` of a row of `Biểu thống kê`: null, or whether the sums of the reports are published with the year.
alter table statistics_years add column close_with_sums boolean;
