/// The teacher's page of one lesson (`users.md` §3.1) as plain text.
func lessonPage(_ judged: JudgedSession, in result: WeekResult, colour: Bool) -> String { "" }
