import Testing

@testable import WhoJoinedKit

@Suite struct LinkedSetTests {
    @Test func `the files of Clever are one roster`() throws {
        let document = try readRoster(
            (
                "students.csv",
                "school_id,student_id,student_number,first_name,last_name,grade,student_email\n9,A,71,Ivo,Tarn,7,i@x.example\n9,B,72,Bea,Okoro,7,\n"
            ),
            ("sections.csv", "school_id,section_id,teacher_id,name,section_number\n9,S,T,7R Art,2\n"),
            ("enrollments.csv", "school_id,section_id,student_id\n9,S,A\n9,S,B\n9,S,C\n"),
            ("teachers.csv", "school_id,teacher_id,teacher_email,first_name,last_name\n9,T,t@x.example,Una,Wick\n"),
            (
                "contacts.csv",
                "student_id,contact_id,first_name,last_name,relationship,email,phone\nA,P,Max,Tarn,Father,m@x.example,\n"
            ))
        #expect(document.kind == "clever")
        #expect(document.enrolmentTexts == ["S sid:A", "S sid:B"])
        #expect(document.pupil("sid:A")?.contacts.map(\.full) == ["Max Tarn"])
        #expect(document.pupil("sid:A")?.ids.misID == "71")
        #expect(document.staff.map(\.email) == ["t@x.example"] && document.teaching.map(\.staff) == ["T"])
        #expect(document.noticeTexts == ["dangling S/C"])
    }

    @Test func `the files of Apple School Manager are one roster`() throws {
        let document = try readRoster(
            (
                "students.csv",
                "person_id,person_number,first_name,last_name,grade_level,location_id\nA,71,Ivo,Tarn,7,L\n"
            ),
            (
                "staff.csv",
                "person_id,person_number,first_name,last_name,email_address,location_id\nT,1,Una,Wick,t@x.example,L\n"
            ),
            ("classes.csv", "class_id,class_number,course_id,instructor_id,instructor_id_2,location_id\nK,1,C,T,,L\n"),
            ("courses.csv", "course_id,course_number,course_name,location_id\nC,9,7R Art,L\n"),
            ("rosters.csv", "roster_id,class_id,student_id\nR,K,A\n"),
            ("locations.csv", "location_id,location_name\nL,Elm\n"))
        #expect(document.kind == "apple-school-manager" && document.schoolName == "Elm")
        #expect(document.classes.map(\.name) == ["7R Art"] && document.enrolmentTexts == ["K sid:A"])
        #expect(document.staff.map(\.full) == ["Una Wick"])
    }

    @Test func `a OneRoster set without its manifest is still one, roles and last days hold`() throws {
        let document = try readRoster(
            ("orgs.csv", "sourcedId,status,name,type\n1,,Elm,school\n"),
            (
                "users.csv",
                "sourcedId,enabledUser,userIds,givenName,familyName,identifier,email,agentSourcedIds\nA,true,,Ivo,Tarn,71,,P\nB,true,,Bea,Okoro,72,,\nP,true,,Max,Tarn,,m@x.example,A\n"
            ),
            (
                "roles.csv",
                "sourcedId,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId\n1,A,primary,student,,,1\n2,B,primary,student,,2026-10-01,1\n3,P,primary,guardian,,,1\n"
            ),
            ("classes.csv", "sourcedId,title,classCode,classType,schoolSourcedId\nK,7R,7R,homeroom,1\n"),
            (
                "enrollments.csv",
                "sourcedId,classSourcedId,userSourcedId,role,beginDate,endDate\n1,K,A,student,,\n2,K,B,student,,\n"
            ))
        #expect(document.kind == "oneroster-1.2" && !document.isDelta)
        #expect(document.pupil("sid:A")?.contacts.map(\.email) == ["m@x.example"])
        #expect(document.pupil("sid:B")?.status == .left)
    }

    @Test func `a OneRoster 1.0 set without its manifest has inactive rows`() throws {
        let document = try readRoster(
            ("orgs.csv", "sourcedId,status,name,type\n1,active,Elm,school\n"),
            (
                "users.csv",
                "sourcedId,status,orgSourcedIds,role,username,userId,givenName,familyName,identifier,email,agents\nA,active,1,student,i,1,Ivo,Tarn,71,,\nB,inactive,1,student,b,2,Bea,Okoro,72,,\n"
            ),
            (
                "classes.csv",
                "sourcedId,status,title,classCode,classType,schoolSourcedId,termSourcedId\nK,active,7R,,homeroom,1,T\n"
            ),
            (
                "enrollments.csv",
                "sourcedId,classSourcedId,schoolSourcedId,userSourcedId,role,status\n1,K,1,A,student,active\n2,K,1,B,student,inactive\n"
            ))
        #expect(document.kind == "oneroster-1.1" && document.pupils.count == 1)
        #expect(document.enrolmentTexts == ["K sid:A"] && document.deletions.pupils == ["sid:B"])
    }
}
