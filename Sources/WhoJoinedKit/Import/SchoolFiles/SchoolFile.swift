/// The school's own files beside the timetable, in the order in which they are read.
enum SchoolFile: CaseIterable {
    case absences, approvals, agreements, notes, decisions, followUps, guests

    var stem: String {
        switch self {
        case .absences: "absences"
        case .approvals: "approvals"
        case .agreements: "agreements"
        case .notes: "notes"
        case .decisions: "decisions"
        case .followUps: "followups"
        case .guests: "guests"
        }
    }

    /// Rows that are equal in these speak of the same.
    var keyColumns: [String] {
        switch self {
        case .absences: ["Id", "Name", "Surname", "Forename", "From"]
        case .approvals: ["Kind", "Id", "Class", "From"]
        case .agreements: ["Kind", "Id", "Signed On"]
        case .notes: ["Date", "Start", "Class", "Kind", "Person"]
        case .decisions: ["Display Name", "Email", "Class", "Date", "Start"]
        case .followUps: ["Date", "Id", "Kind"]
        case .guests: ["Date", "Name", "Class"]
        }
    }

    var columns: [String] {
        switch self {
        case .absences:
            ["Id", "From", "To", "Reason", "Name", "Surname", "Forename", "Class", "From Time", "To Time", "Session"]
        case .approvals:
            [
                "Kind", "Id", "Class", "From", "To", "Approved By", "Parent Present", "Reason", "Agreed With",
                "Agreed On",
            ]
        case .agreements: ["Kind", "Id", "Signed On", "Signed", "Until"]
        case .notes: ["Date", "Start", "Class", "Kind", "Person", "At", "Text", "By"]
        case .decisions: ["Display Name", "Email", "Class", "Is", "Id", "By", "On", "Date", "Start"]
        case .followUps: ["Date", "Id", "Kind", "By", "Outcome"]
        case .guests: ["Date", "Until", "Name", "Email", "Class", "Role", "Approved By"]
        }
    }

    var required: [String] {
        switch self {
        case .absences: ["Id|Name|Surname", "From"]
        case .approvals: ["Kind", "From", "To"]
        case .agreements: ["Id", "Signed On|Signed"]
        case .notes: ["Date", "Kind"]
        case .decisions: ["Display Name|Email", "Is"]
        case .followUps: ["Date", "Id", "Kind"]
        case .guests: ["Date", "Name"]
        }
    }

    /// Other headings under which an MIS or an office has a column, where the column itself is not there.
    var aliases: [String: [String]] {
        guard self == .absences else { return [:] }
        return [
            "Id": [
                "Pupil ID", "Student ID", "Adm No", "Adno", "Admission No", "Admission Number", "MIS ID", "UPN",
                "Pupil Number", "Student Number", "Person ID", "Pupil Email", "Student Email", "Email",
            ],
            "Name": ["Pupil", "Pupil Name", "Student", "Student Name", "Child", "Child's Name", "Full Name"],
            "Surname": ["Last Name", "Family Name", "Legal Surname", "Pupil Surname"],
            "Forename": ["First Name", "Given Name", "Legal Forename", "Preferred Forename", "Pupil Forename"],
            "Class": ["Form", "Reg Group", "Reg", "Tutor Group", "Registration Group", "Class Name"],
            "From": [
                "Start", "Start Date", "Date From", "From Date", "First Day", "First Date", "First Day of Absence",
                "Absence Start", "Absence From", "Absence Start Date", "Date", "Absence Date", "Date of Absence",
            ],
            "To": [
                "End", "End Date", "Date To", "To Date", "Until", "Last Day", "Last Date", "Last Day of Absence",
                "Absence End", "Absence To", "Absence End Date",
            ],
            "From Time": ["Start Time", "Time From", "Time Out"], "To Time": ["End Time", "Time To", "Time In"],
            "Session": ["AM/PM", "Session Name", "Half Day", "Sessions"],
            "Reason": ["Absence Reason", "Reason for Absence", "Type", "Absence Type", "Comment", "Comments"],
        ]
    }

    var raw: Set<String> { self == .decisions ? ["Display Name"] : self == .guests ? ["Name"] : [] }
}

/// A word of a closed list, compared without blanks, dashes and case.
func kindKey(_ text: String) -> String {
    let key = String(
        text.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil })
    return ["11", "1to1", "onetoone"].contains(key) ? "onetoone" : key
}
