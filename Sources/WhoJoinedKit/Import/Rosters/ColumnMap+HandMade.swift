extension ColumnMap {
    /// Class lists typed by hand, and spellings that several systems share.
    static let handMade = ColumnMap(
        name: "a hand-made list",
        spellings: [
            (.legalGiven, ["Legal Forename", "Legal First Name", "Legal Given Name"]),
            (.legalFamily, ["Legal Surname", "Legal Last Name", "Legal Family Name"]),
            (.legalMiddle, ["Legal Middle Names", "Legal Middle Name", "Legal Middle Name(s)"]),
            (
                .preferredGiven,
                [
                    "Preferred Forename", "Child Preferred First Name", "Preferred First Name", "Nickname",
                    "Preferred Given Name", "Preferred Name",
                    "Known Name", "Known As", "Known As First Name",
                ]
            ),
            (
                .preferredFamily,
                ["Preferred Surname", "Child Preferred Last Name", "Preferred Last Name", "Preferred Family Name"]
            ),
            (
                .given,
                [
                    "Forename", "First Name", "Given Name", "Pupil Forename", "Student Forename", "Pupil First Name",
                    "Student First Name", "Forenames", "Forename(s)", "First", "Pupil's First Name",
                    "Student's First Name",
                    "Child's First Name", "Child First Name", "Child Forename", "Pupil's Forename", "student.firstName",
                    "Stu First Name", "Given Names", "Given",
                ]
            ),
            (
                .family,
                [
                    "Surname", "Last Name", "Family Name", "Pupil Surname", "Student Surname", "Pupil Last Name",
                    "Student Last Name", "Last", "Pupil's Surname", "Pupil's Last Name", "Student's Last Name",
                    "Child's Surname",
                    "Child's Last Name", "Child Last Name", "Child Surname", "student.lastName", "Stu Last Name",
                    "Family",
                ]
            ),
            (.middle, ["Middle Name", "Middle Names", "Middle Name(s)"]),
            (
                .name,
                [
                    "Name", "Student Name", "Student", "Legal Name", "Pupil Name", "Pupil", "Full Name",
                    "Surname Forename", "Child's Name", "Child Name", "Child", "Pupil's Name", "Student's Name",
                    "Stu Name",
                    "Display Name", "Official Name", "Learner", "Learner Name", "Pupil Full Name", "Student Full Name",
                ]
            ),
            (.upn, ["UPN", "Unique Pupil Number", "UPN Number", "Child Unique Pupil Number", "Child UPN"]),
            (.admissionNumber, ["Adno", "Admission No", "Admission Number", "Adm No", "Adm Number", "Admission Num"]),
            (
                .misID,
                [
                    "Student ID", "Pupil ID", "MIS ID", "Employee ID", "Student Number", "student.studentNumber",
                    "Other ID",
                    "ID Number", "SIS User ID", "SIS ID", "Student No", "Pupil Number", "Local ID", "Alt ID",
                ]
            ),
            (.plainID, ["ID"]),
            (
                .year,
                [
                    "Year", "Year Group", "Yr", "Gr", "NC Year", "Yr Grp", "Year Group (NC)", "Year Taught In",
                    "Child Year Group", "Grade", "Grade Level",
                    "Current Grade", "student.grade",
                ]
            ),
            (
                .registrationGroup,
                [
                    "Reg", "Reg Group", "Registration Group", "Registration Form", "Registration", "Tutor Group",
                    "Form", "Form Group", "Form/Tutor Group", "Form Group Code", "Roll Group", "Homeroom", "Home Room",
                    "Child Registration", "Homeroom Class",
                ]
            ),
            (
                .className,
                [
                    "Class", "Class Name", "Teaching Group", "Class Code", "Set", "Section",
                    "courseSection.sectionNumber", "Section Name",
                    "Section ID", "Class/Section",
                ]
            ),
            (.subject, ["Subject", "Subject Name"]),
            (.sen, ["SEN", "SEN Status", "SEN Stage", "SEND Status", "SEN Provision"]),
            (
                .pupilEmail,
                [
                    "Student Email", "Pupil Email", "School Email", "School Email Address", "Student Email Address",
                    "Pupil Email Address", "User Principal Name",
                ]
            ),
            (.plainEmail, ["Email", "Email Address", "E-mail", "E-mail Address", "Work Email", "Work Email Address"]),
            (.primaryEmail, ["Primary Email", "Primary Email Address", "Main Email"]),
            (.homeEmail, ["Home Email", "Home Email Address"]),
            (.salutation, ["Parental Salutation", "Salutation"]),
            (.leftOn, ["Leaving Date", "Date of Leaving", "DOL", "Date Left", "Left On"]),
            (.startsOn, ["Start Date", "Date of Admission", "DOA", "Admission Date"]),
            (
                .status,
                [
                    "Status", "Roll Status", "Pupil Status", "Student Status", "Enroll Status", "Enrolment Status",
                    "Enrollment Status",
                ]
            ),
            (
                .role,
                [
                    "Role", "Roles", "User Type", "User Role", "Person Type", "Account Type", "Member Type",
                    "Job Title",
                    "Job Role", "Job", "Post", "Post Title", "Position", "Occupation", "Staff Type",
                ]
            ),
            (.tutor, ["Tutor", "Form Tutor", "Registration Tutor"]),
            (.language, ["Home Language", "First Language", "Language"]),
            (
                .agreement,
                [
                    "Acceptable Use Agreement", "Acceptable Use Agreement Signed", "Acceptable Use Agreement Signed On",
                    "AUP", "AUP Signed", "AUP Signed On", "AUA Signed",
                    "AUA Signed On", "Agreement Signed", "Agreement Signed On",
                ]
            ),
            (.contactID, ["Contact ID", "Parent ID", "Person ID"]),
            (.priority, ["Priority", "Contact Priority", "Contact Order"]),
            (.responsibility, ["Parental Responsibility", "Legal Guardian", "Has Parental Responsibility", "PR"]),
            (.courtOrder, ["Court Order", "Court Order Restricted Access", "Has Court Order"]),
            (.mayReceiveMail, ["Primary Guardian", "Correspondence"]),
            (
                .relationship,
                ["Relationship", "Relationship to Child", "Relationship to Pupil", "Relationship to Student"]
            ),
            (.title, ["Title", "Prefix", "Contact Title"]),
            (.contactGiven, ["Contact Forename", "Contact First Name"]),
            (.contactFamily, ["Contact Surname", "Contact Last Name"]),
            (.contactName, ["Contact Name", "Contact Full Name"]),
            (.mobile, ["Mobile", "Mobile Phone", "Mobile Number", "Mobile Telephone", "Mobile Phone Number"]),
            (
                .telephone,
                [
                    "Main Telephone", "Telephone", "Home Phone", "Phone", "Home Telephone", "Telephone Number",
                    "Phone Number", "Home Phone Number",
                ]
            ),
        ])
}
