/// Every file of a week's folder (`contract.md` §4) but run.json, in the order of their paths.
func weekReports(_ result: WeekResult) throws -> [ReportFile] { [] }
