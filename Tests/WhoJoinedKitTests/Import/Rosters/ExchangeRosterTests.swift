import Testing

@testable import WhoJoinedKit

@Suite struct ExchangeRosterTests {
    static let manifest = (
        name: "manifest.csv",
        text:
            "propertyName,value\nmanifest.version,1.0\noneroster.version,1.1\nfile.users,bulk\nfile.enrollments,bulk\n"
    )
    static let orgs = (name: "orgs.csv", text: "sourcedId,status,dateLastModified,name,type\no1,,,Oakfield,school\n")
    static let classes = (
        name: "classes.csv",
        text: "sourcedId,title,classType,classCode\nk1,4B,homeroom,4B\nk2,4C,homeroom,\nk3,Maths,scheduled,4/Ma\n"
    )
    static let users = (
        name: "users.csv",
        text: """
        sourcedId,role,userIds,givenName,familyName,identifier,email,phone,agentSourcedIds
        t1,teacher,,Tom,Roe,TRO,tom@school.example,,
        s1,student,{upn:B999410726001},Amelia,Khan,M1,,,"g1,g9"
        g1,parent,,Sara,Khan,,sara@home.example,07700 900123,
        g2,guardian,,Omar,Khan,,,,s1

        """
    )

    @Test func `a OneRoster set links contacts both ways and asks about all of them`() throws {
        let document = try readRoster(
            ExchangeRosterTests.manifest, ExchangeRosterTests.orgs, ExchangeRosterTests.classes,
            ExchangeRosterTests.users,
            (
                "enrollments.csv",
                "sourcedId,classSourcedId,userSourcedId,role,primary,beginDate,endDate\ne1,k1,s1,student,,2026-09-01,2026-10-12\ne2,k2,s1,student,,2026-10-12,\ne3,k9,s1,student,,,\ne4,k2,t1,teacher,TRUE,,\n"
            ))
        let pupil = try #require(document.pupil("sid:s1"))
        #expect(document.kind == "oneroster-1.1")
        #expect(pupil.ids == PupilIDs(upn: "B999410726001", misID: "M1", sourcedID: "s1"))
        #expect(pupil.contacts.map(\.id) == ["g1", "g2"])
        #expect(pupil.contacts.map(\.mayContact) == [nil, nil])
        #expect(pupil.registrationGroup == "4C")
        // The last day is the day before the exclusive end.
        #expect(document.enrolments.map(\.to?.iso) == ["2026-10-11", nil])
        #expect(document.teaching.map(\.isPrimary) == [true])
        #expect(document.noticeTexts == ["dangling e3"])
    }

    @Test func `changes only: what is to be deleted is listed and nothing dangles`() throws {
        let document = try readRoster(
            ("manifest.csv", "propertyName,value\noneroster.version,1.2\nfile.users,delta\n"),
            ("users.csv", "sourcedId,status,givenName,familyName\ns2,tobedeleted,Bo,Lee\ns3,active,Cy,Moe\n"),
            (
                "roles.csv",
                "sourcedId,status,userSourcedId,roleType,role,beginDate,endDate\nr2,tobedeleted,s2,primary,student,,\nr3,active,s3,primary,student,2026-09-01,2026-10-12\n"
            ),
            (
                "enrollments.csv",
                "sourcedId,status,classSourcedId,userSourcedId,role\ne8,active,k7,s7,student\ne9,tobedeleted,k7,s2,student\n"
            ))
        #expect(document.isDelta)
        #expect(document.kind == "oneroster-1.2")
        #expect(document.deletions.pupils == ["sid:s2"])
        #expect(document.deletions.enrolments == ["e9"])
        #expect(document.pupils.map(\.pupil.leftOn?.iso) == ["2026-10-11"])
        #expect(document.enrolmentTexts == ["k7 sid:s7"])
        #expect(document.notices.isEmpty)
    }

    @Test func `deleted rows of a full export are deleted and said`() throws {
        let document = try readRoster(
            ExchangeRosterTests.manifest, ExchangeRosterTests.orgs,
            ("users.csv", "sourcedId,status,role,givenName,familyName\ns1,inactive,student,A,B\ns2,,student,C,D\n"),
            ("classes.csv", "sourcedId,status,title,classType\nk1,tobedeleted,4B,homeroom\n"),
            ("enrollments.csv", "sourcedId,classSourcedId,userSourcedId,role\n"))
        #expect(document.deletions.pupils == ["sid:s1"])
        #expect(document.deletions.classes == ["k1"])
        #expect(document.noticeTexts == ["bulk-status k1", "bulk-status s1"])
    }

    @Test func `a pupil whose row stands in a set twice is one pupil, and the set says so`() throws {
        let document = try readRoster(
            ExchangeRosterTests.manifest, ExchangeRosterTests.orgs, ExchangeRosterTests.classes,
            (
                "users.csv",
                "sourcedId,role,givenName,familyName\ns1,student,Ann,Bell\ns1,student,Ann,Bell\ns2,student,Cy,Dale\ns2,student,Di,Earl\n"
            ))
        #expect(document.pupils.map(\.pupil.display.full) == ["Ann Bell", "Cy Dale", "Di Earl"])
        #expect(document.problems.filter { $0.code == "pupil-twice" }.map(\.line) == [3, 5])
    }

    @Test func `a School Data Sync set without its enrolments says so`() throws {
        let document = try readRoster(
            ("School.csv", "SIS ID,Name\nX1,Oak\n"), ("Section.csv", "SIS ID,School SIS ID,Section Name\nc1,X1,4B\n"),
            ("Student.csv", "SIS ID,School SIS ID,Username\ns1,X1,ann\n"),
            ("Teacher.csv", "SIS ID,School SIS ID,Username\nt1,X1,ife\n"))
        #expect(
            document.problems.filter { $0.code == "missing-file" }.map(\.file) == [
                "StudentEnrollment.csv", "TeacherRoster.csv",
            ])
    }

    @Test func `a set of 1.2 without its roles says so`() throws {
        let document = try readRoster(
            ("manifest.csv", "propertyName,value\noneroster.version,1.2\nfile.users,bulk\n"), ExchangeRosterTests.orgs,
            ExchangeRosterTests.classes,
            ("users.csv", "sourcedId,givenName,familyName\ns1,A,B\n"),
            ("enrollments.csv", "sourcedId,classSourcedId,userSourcedId,role\ne1,c1,s1,student\n"))
        #expect(document.problems.contains { $0.file == "roles.csv" && $0.code == "missing-file" })
    }

    @Test func `a manifest alone means no changes`() throws {
        let document = try readRoster(
            ("manifest.csv", "propertyName,value\noneroster.version,1.1\nfile.users,absent\n"))
        #expect(document.isDelta)
        #expect(document.pupils.isEmpty)
    }

    @Test func `School Data Sync V1 is read with the UK's headers and without names`() throws {
        let document = try readRoster(
            ("School.csv", "DfE Number,Name\n9994001,Oakfield\n"),
            (
                "Section.csv",
                "ID,School DfE Number,Section Name,Section Number,Term SIS ID,Term Name,Term StartDate,Term EndDate,Course Subject,Periods\nS1,9994001,Maths,7/Ma,T1,Autumn,9/1/2026,12/18/2026,Mathematics,\"3,4\"\n"
            ),
            (
                "student.csv",
                "ID,School DFe Number,First Name,Last Name,Username,Student Number,Grade,Status\n1,9994001,Ann,Lee,Ann@school.example,0001,07,Active\n2,9994001,,,bo,0002,7,Inactive\n"
            ),
            ("StudentEnrollment.csv", "Section ID,ID\nS1,1\nS1,2\nS2,1\n"),
            ("User.csv", "Email,First Name,Last Name,Phone,SIS ID\nX@home.example,Xi,Lee,+447700900123,\n"),
            ("Guardianrelationship.csv", "ID,Email,Role\n1,x@home.example,\n"))
        #expect(document.kind == "sds-v1-uk")
        #expect(document.pupils.map(\.pupil.status) == [.current, .left])
        #expect(document.pupil("sid:1")?.contacts.map(\.relationship) == ["Other"])
        #expect(document.terms.map(\.start?.iso) == ["2026-09-01"])
        #expect(document.classes.map(\.periods) == [["3", "4"]])
        #expect(document.noticeTexts == ["dangling S2/1"])
    }

    @Test func `School Data Sync V2.1 takes roles, relationships and last days`() throws {
        let document = try readRoster(
            ("orgs.csv", "sourcedId,name,type\nla,Shire,localAuthority\no1,Oakfield,school\n"),
            (
                "users.csv",
                "sourcedId,username,givenName,familyName,email\np1,p1@school.example,Ann,Lee,\nc1,c1,Xi,Lee,x@home.example\nt1,t1@school.example,Tom,Roe,\n"
            ),
            (
                "roles.csv",
                "userSourcedId,orgSourcedId,role,grade,roleStartDate,roleEndDate\np1,o1,student,KG,,2026-10-30\nc1,o1,other,,,\nt1,o1,teacherAssistant,,,\n"
            ),
            ("classes.csv", "sourcedId,title\nk1,Acorns\n"),
            ("enrollments.csv", "classSourcedId,userSourcedId,role\nk1,p1,student\nk1,t1,teacher\n"),
            ("relationships.csv", "userSourcedId,relationshipUserSourcedId,relationshipRole\np1,c1,parent\n"))
        #expect(document.kind == "sds-v2.1")
        #expect(document.schoolName == "Oakfield")
        #expect(document.pupil("sid:p1")?.year == "R")
        #expect(document.pupil("sid:p1")?.email == "p1@school.example")
        #expect(document.pupil("sid:p1")?.contacts.map(\.full) == ["Xi Lee"])
        #expect(document.enrolments.map(\.to?.iso) == ["2026-10-30"])
        #expect(document.staff.map(\.id) == ["t1"])
    }
}
